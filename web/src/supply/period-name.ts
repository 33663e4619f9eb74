import i18next from "i18next";
import { dates } from "../app/intl";
import type { Period } from "./supply-query";

/** `2026-10-01` as the period it begins: Q4 2026, October 2026, 2026. */
export const periodName = (period: Period, startsOn: string) => named(period, startsOn, "long");

/** The same where there is little room: Q4 26, Oct 26, 2026. */
export const shortPeriod = (period: Period, startsOn: string) => named(period, startsOn, "short");

function named(period: Period, startsOn: string, length: "long" | "short"): string {
  const year = startsOn.slice(0, 4);
  const month = Number(startsOn.slice(5, 7));
  if (period === "year") return year;
  if (period === "quarter")
    return `Q${Math.ceil(month / 3)} ${length === "long" ? year : year.slice(2)}`;
  return dates({
    month: length,
    year: length === "long" ? "numeric" : "2-digit",
    timeZone: "UTC",
  }).format(new Date(`${startsOn}T00:00:00Z`));
}

/** A period and, while it runs, that it does. */
export function periodWithState(of: { period: Period; startsOn: string; running: boolean }) {
  const name = periodName(of.period, of.startsOn);
  return of.running ? `${name} (${i18next.t("supply.running")})` : name;
}
