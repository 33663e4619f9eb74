import { useTranslation } from "react-i18next";
import { formatDate, formatInstant, formatNumber } from "../app/format";
import type { Named } from "./named";

/** What a field is called and how a value of it reads, with the names of what ids stand for. */
export function useValueText(names: readonly Named[]) {
  const { t, i18n } = useTranslation();
  const label = (name: string) => (i18n.exists(`field.${name}`) ? t(`field.${name}`) : name);
  const text = (value: unknown): string => {
    if (value === null || value === undefined || value === "") return "–";
    if (typeof value === "number") return formatNumber(value);
    if (typeof value === "boolean") return t(value ? "yes" : "no");
    if (Array.isArray(value)) return value.map(text).join(", ") || "–";
    if (typeof value === "object")
      return Object.entries(value)
        .map(([name, part]) => `${label(name)}: ${text(part)}`)
        .join("; ");
    const written = String(value);
    const named = names.find(({ id }) => id === written);
    if (named) return named.name;
    if (i18n.exists(`choice.${written}`)) return t(`choice.${written}`);
    if (/^\d{4}-\d\d-\d\dT/.test(written)) return formatInstant(written);
    return /^\d{4}-\d\d-\d\d$/.test(written) ? formatDate(written) : written;
  };
  return { label, text };
}
