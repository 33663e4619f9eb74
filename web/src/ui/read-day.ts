import { plusDays } from "../app/zone";

/** What stands in the field of a day: the API's ISO day, nothing, or the text of what is none (yet). */
export type DayEntry = string | null;

/** Between which days an entry is meant to lie, both included. */
export interface Bounds {
  min?: string;
  max?: string;
}

/** Whether it can be sent as it stands. */
export const isDay = (entry: unknown): entry is string =>
  typeof entry === "string" && /^\d{4}-\d\d-\d\d$/.test(entry) && exists(entry);

/** The same with the server's words, for forms that would send what is none. */
export const notADay = { code: "not_a_date", detail: "must be a day" };

/** Of what stands in the field of an instant: the API's instant, nothing, or what was typed. */
export const isInstant = (entry: unknown): entry is string =>
  typeof entry === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d[\d:.]*Z$/.test(entry);

export const notAnInstant = { code: "not_an_instant", detail: "must be a day and a time" };

function exists(day: string) {
  const at = new Date(`${day}T00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}

const months = [
  ["januar", "january", "jänner", "jaenner"],
  ["februar", "february", "feber"],
  ["märz", "maerz", "mrz", "march"],
  ["april"],
  ["mai", "may"],
  ["juni", "june"],
  ["juli", "july"],
  ["august"],
  ["september"],
  ["oktober", "october"],
  ["november"],
  ["dezember", "december"],
];

/** Days that have a name, by how far they are from today. */
const named = new Map([
  ["vorgestern", -2],
  ["gestern", -1],
  ["yesterday", -1],
  ["heute", 0],
  ["today", 0],
  ["morgen", 1],
  ["tomorrow", 1],
  ["übermorgen", 2],
  ["uebermorgen", 2],
]);

/** "11", "Nov", "Dezember" → "11", "11", "12". */
function monthOf(text: string): string {
  if (/^\d/.test(text)) return text;
  const name = text.toLowerCase();
  const before = months.findIndex((words) => words.some((word) => word.startsWith(name)));
  return name.length < 3 || before < 0 ? "" : String(before + 1);
}

const yearOf = (text: string) => (/^\d\d$/.test(text) ? `20${text}` : text);

/** Of a day without a year: the one within the bounds, else the nearest; people rather look ahead. */
function nearest(monthAndDay: string, today: string, { min = "", max = "9999" }: Bounds) {
  const year = Number(today.slice(0, 4));
  const days = [year - 1, year, year + 1, year + 2]
    .map((each) => `${each}-${monthAndDay}`)
    .filter(exists);
  const within = days.filter((day) => day >= min && day <= max);
  const away = (day: string) => {
    const by = Date.parse(day) - Date.parse(today);
    return by < 0 ? -2 * by : by;
  };
  return (within.length > 0 ? within : days).sort((one, other) => away(one) - away(other))[0];
}

/**
 * Reads a day as people type it, whatever language they read in: 24.11.2026 · 24.11. (the nearest) ·
 * 24/11/2026 · 24 Nov 2026 · 24. November · 2026-11-24 · 24112026 · morgen. The day comes before its month,
 * unless the year is first. Null for nothing at all, undefined for whatever is no day.
 */
export function readDay(text: string, today: string, bounds: Bounds = {}): DayEntry | undefined {
  const plain = text.trim();
  if (plain === "") return null;
  const away = named.get(plain.toLowerCase());
  if (away !== undefined) return plusDays(today, away);
  const together = /^(\d\d)(\d\d)(\d{4}|\d\d)$/.exec(plain)?.slice(1);
  const parts = together ?? plain.split(/[./,\s-]+/).filter(Boolean);
  const [first = "", second = "", third] = parts;
  if (parts.length > 3 || !/^\d/.test(plain)) return undefined;
  const [day, year] = /^\d{4}$/.test(first)
    ? [third ?? "", first]
    : [first, third && yearOf(third)];
  const month = monthOf(second);
  if (!/^\d\d?$/.test(day) || !/^\d\d?$/.test(month)) return undefined;
  const monthAndDay = `${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  if (year === undefined) return nearest(monthAndDay, today, bounds);
  if (!/^\d{4}$/.test(year)) return undefined;
  const iso = `${year}-${monthAndDay}`;
  return exists(iso) ? iso : undefined;
}

/** Reads a time of day as clocks of 24 hours show it: 9:30 · 09.30 · 0930 · 9 Uhr. Undefined for what is none. */
export function readTime(text: string): string | undefined {
  const [, hour, minute = "00"] =
    /^(\d\d?)(?:[:.h]?(\d\d))?\s*(?:h|uhr)?$/i.exec(text.trim()) ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute) > 59) return undefined;
  return `${hour.padStart(2, "0")}:${minute}`;
}
