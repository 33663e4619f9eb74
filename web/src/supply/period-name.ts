import i18next from "i18next";
import type { Period } from "./supply-query";

/** `2026-10-01` as the period it begins: Q4 2026, October 2026, 2026. */
export function periodName(period: Period, startsOn: string): string {
  const year = startsOn.slice(0, 4);
  const month = Number(startsOn.slice(5, 7));
  if (period === "year") return year;
  if (period === "quarter") return `Q${Math.ceil(month / 3)} ${year}`;
  return new Intl.DateTimeFormat(i18next.language === "de" ? "de-DE" : "en-GB", {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(new Date(`${startsOn}T00:00:00Z`));
}

/** A period and, while it runs, that it does. */
export function periodWithState(of: { period: Period; startsOn: string; running: boolean }) {
  const name = periodName(of.period, of.startsOn);
  return of.running ? `${name} (${i18next.t("supply.running")})` : name;
}
