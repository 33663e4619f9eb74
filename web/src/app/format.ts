import i18next from "i18next";
import { dates, numbers, spans } from "./intl";
import { fractionOfPercent } from "./percent";
import { readersZone } from "./zone";

/** Numbers, percentages and dates as the reader's language writes them. "–" is no value. */
const none = "–";

/** A number as one writes it, with the sign of minus instead of a hyphen, and none before 0. */
const written = (value: number, options: Intl.NumberFormatOptions) =>
  numbers(options)
    .format(value + 0)
    .replace(/^-/, "−");

/** A number as it was entered: to the 15 digits that the server takes. */
export function formatNumber(value: number | null | undefined): string {
  if (value === null || value === undefined) return none;
  return written(value, { maximumSignificantDigits: 15 });
}

/** A number of per cent as it was entered: 5.8 → "5,8 %". */
export const perCent = (value: number) =>
  written(fractionOfPercent(value), { style: "percent", maximumSignificantDigits: 15 });

/** A computed number, to the decimals that the server names; what is not 0 never reads "0". */
export function formatComputed(value: number | null | undefined, decimals: number): string {
  if (value === null || value === undefined) return none;
  const vanishes = value !== 0 && Math.abs(value) < 0.5 / 10 ** decimals;
  return written(
    value,
    vanishes ? { maximumSignificantDigits: 2 } : { maximumFractionDigits: Math.min(decimals, 15) },
  );
}

/** 0.55 → "55 %". */
export function formatPercent(value: number | null | undefined): string {
  return percent(value, 0);
}

/** A share, which people know to a tenth of a per cent: 0.333 → "33,3 %", 0.5 → "50 %". */
export function formatShare(value: number | null | undefined): string {
  return percent(value, 1);
}

/** The same where a heading bears the sign: "33,3". */
export const bareShare = (value: number | null | undefined) =>
  formatShare(value).replace(/\s*%$/, "");

/** "100 %" is all and "0 %" is nothing: what is just short of the one or the other is not rounded to it. */
function percent(value: number | null | undefined, decimals: number): string {
  if (value === null || value === undefined) return none;
  const step = 0.01 / 10 ** decimals;
  // What is computed may miss all or nothing by a bit.
  const exact = Number(value.toFixed(9));
  const rounded = Math.round(exact / step);
  const shown =
    rounded === 0 ? Math.sign(exact) : exact < 1 ? Math.min(rounded, 1 / step - 1) : rounded;
  return written(shown * step, { style: "percent", maximumFractionDigits: decimals });
}

/** What follows a figure of this unit: "%" follows at once in English, all else after `space`. */
export const ofUnit = (unit: string, space = "\u00a0") =>
  unit && (unit === "%" && i18next.language !== "de" ? unit : space + unit);

/** What is bought, as one says it: "309 €", "5,14 Mio. €", "12 Stück"; "–" is no value. */
export function formatAmount(value: number | null | undefined, unit: "eur" | "pieces"): string {
  if (value === null || value === undefined) return none;
  const size = Math.abs(value);
  const figure = written(value, {
    ...(unit === "eur" && { style: "currency", currency: "EUR", minimumFractionDigits: 0 }),
    ...(size < 1e6
      ? { maximumFractionDigits: size < 100 ? 2 : 0 }
      : { notation: "compact", maximumSignificantDigits: 3 }),
  });
  return unit === "eur" ? figure : i18next.t("supply.pieces", { amount: figure });
}

const partOf = (date: string, part: Intl.DateTimeFormatOptions) => {
  const isDay = date.length === 10;
  return dates({
    ...part,
    timeZone: isDay ? "UTC" : readersZone(),
  }).format(new Date(isDay ? `${date}T00:00:00Z` : date));
};

/** All days with their year are written so, alone and with a time: 24.11.2026, 24/11/2026. */
const wholeDay = { day: "2-digit", month: "2-digit", year: "numeric" } as const;

/** A day, or the one in which an instant lies for the reader. */
export function formatDate(date: string | null | undefined): string {
  if (!date) return none;
  return partOf(date, wholeDay);
}
/** "Dienstag, 24. November 2026" */
export function formatDayInFull(day: string): string {
  return dates({ dateStyle: "full", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
}

/** "26.11.", for what lies near. */
export const formatDayAndMonth = (date: string) =>
  partOf(date, { day: "2-digit", month: "2-digit" });

/** "Nov", and the number of the day in it. */
export const shortMonth = (date: string) => partOf(date, { month: "short" });
export const dayOfMonth = (date: string) => partOf(date, { day: "numeric" });

/** "24.11.2026, 10:00" */
export const formatInstant = (instant: string) =>
  partOf(instant, { ...wholeDay, hour: "2-digit", minute: "2-digit" });

/** "24.11.2026, 10:00 MEZ", for whoever may sit elsewhere. */
export function formatInstantThere(instant: string): string {
  const zone = dates({ timeZone: readersZone(), timeZoneName: "short" })
    .formatToParts(new Date(instant))
    .find(({ type }) => type === "timeZoneName");
  return `${formatInstant(instant)} ${zone?.value ?? readersZone()}`;
}

/** "09:00", where the day stands above. */
export const formatTime = (instant: string) =>
  dates({ timeStyle: "short", timeZone: readersZone() }).format(new Date(instant));

/** "Do, 09:00": within a week the day needs no date. */
export function formatWeekdayTime(instant: string): string {
  return dates({
    weekday: "short",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: readersZone(),
  }).format(new Date(instant));
}

/** "Do., 26.11.", "Thu 26/11" */
export const shortWeekday = (instant: string) =>
  partOf(instant, { weekday: "short", day: "2-digit", month: "2-digit" });

/** "10:42", with the day unless it is today. */
export function formatMoment(time: number): string {
  const at = new Date(time);
  if (formatDate(at.toISOString()) !== formatDate(new Date().toISOString()))
    return formatInstant(at.toISOString());
  return dates({ timeStyle: "short", timeZone: readersZone() }).format(at);
}

/** 11 → "November". */
export function formatMonth(month: number): string {
  return dates({ month: "long", timeZone: "UTC" }).format(new Date(Date.UTC(2000, month - 1, 1)));
}

/** 4 → "4 days ago", −4 → "in 4 days". */
export function formatDaysAgo(days: number): string {
  return spans({ numeric: "auto" }).format(-days, "day");
}

/** The same as people say it who look far back: 150 → "5 months ago". */
export function formatTimeAgo(days: number): string {
  if (days < 60) return formatDaysAgo(days);
  return spans({ numeric: "auto" }).format(-Math.round(days / 30.44), "month");
}
