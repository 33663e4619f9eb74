import type { TFunction } from "i18next";
import type { Schemas } from "../api/client";
import { formatNumber, ofUnit } from "../app/format";

type Kpi = Pick<Schemas["Kpi"], "unit" | "direction" | "lower" | "upper">;

/** A value of a KPI with its unit; no line breaks between them. */
export const valueText = (value: number, { unit }: Pick<Kpi, "unit">) =>
  formatNumber(value) + ofUnit(unit);

/** The bounds that count for its direction. */
export const boundsOf = ({ direction, lower, upper }: Kpi) => ({
  lower: direction === "down" ? null : lower,
  upper: direction === "up" ? null : upper,
});

/** Where its values should be: "at least 97 %"; nothing where nobody said. */
export function targetText(kpi: Kpi, t: TFunction): string {
  const { lower, upper } = boundsOf(kpi);
  if (lower !== null && upper !== null)
    return t("kpi.between", { lower: formatNumber(lower), upper: valueText(upper, kpi) });
  if (lower !== null) return t("kpi.atLeast", { bound: valueText(lower, kpi) });
  if (upper !== null) return t("kpi.atMost", { bound: valueText(upper, kpi) });
  return "";
}
