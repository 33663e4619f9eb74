import type { Schemas } from "../api/client";
import { formatNumber, perCent } from "../app/format";

type KeyFigure = Schemas["KeyFigure"];

/** "4,2 Mrd. EUR (GJ 2025/26)" */
export const amountText = ({ value, unit, of }: KeyFigure) =>
  [unit === "%" ? perCent(value) : formatNumber(value), unit !== "%" && unit, of && `(${of})`]
    .filter(Boolean)
    .join(" ");

/** "Umsatz: 4,2 Mrd. EUR (GJ 2025/26)" */
export const keyFigureText = (figure: KeyFigure) => `${figure.name}: ${amountText(figure)}`;
