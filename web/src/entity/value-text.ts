import { useTranslation } from "react-i18next";
import { attitudeText } from "../account/attitude";
import { keyFigureText } from "../account/key-figure-text";
import type { Schemas } from "../api/client";
import { formatDate, formatInstant, formatMonth, formatNumber, formatShare } from "../app/format";
import { isDay, isInstant } from "../ui/read-day";
import type { Choices } from "./choices";
import type { Named } from "./named";

/** Members that are stored as a fraction of 1 and read in per cent; a stage's degree is in per cent already. */
const wholes: Record<string, number> = { share: 1, score: 1, scoreOverride: 1, degree: 100 };

/** Members that are the number of a month. */
const months = ["fiscalMonth", "customerFiscalMonth"];

/** What a field is called and how a value of it reads, with the names of what ids stand for. */
export function useValueText(names: readonly Named[]) {
  const { t, i18n } = useTranslation();
  const label = (name: string) => {
    const key = `field.${name}`;
    return i18n.exists(key) ? t(key as "field.name") : name;
  };
  const text = (name: string, value: unknown, choices?: Choices): string => {
    if (value === null || value === undefined || value === "") return "–";
    if (typeof value === "number") {
      if (months.includes(name)) return formatMonth(value);
      if (name === "attitude" || name === "wantedAttitude") return attitudeText(value, t);
      const whole = wholes[name];
      return whole ? formatShare(value / whole) : formatNumber(value);
    }
    if (typeof value === "boolean") return t(value ? "yes" : "no");
    if (Array.isArray(value))
      return (
        value.map((part) => text(name, part, choices)).join(name === "keyFigures" ? "; " : ", ") ||
        "–"
      );
    if (name === "keyFigures") return keyFigureText(value as Schemas["KeyFigure"]);
    if (typeof value === "object")
      return Object.entries(value)
        .map(([part, inner]) => {
          const words = typeof choices === "object" ? choices[part] : undefined;
          return `${label(part)}: ${text(part, inner, words)}`;
        })
        .join("; ");
    const written = String(value);
    const key = typeof choices === "string" ? `choice.${choices}.${written}` : undefined;
    if (key && i18n.exists(key)) return t(key as "choice.Standing.none");
    const named = names.find(({ id }) => id === written);
    if (named) return named.name;
    // Another account, of which a reader outside of its team hears no more.
    if (name === "parent") return t("group.unseen");
    if (isInstant(written)) return formatInstant(written);
    return isDay(written) ? formatDate(written) : written;
  };
  return { label, text };
}
