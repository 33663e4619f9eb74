import { formatDayAndMonth } from "../app/format";
import { dates } from "../app/intl";
import { readersZone, wallClock } from "../app/zone";

const write = (day: string, options: Intl.DateTimeFormatOptions) =>
  dates({
    ...options,
    timeZone: "UTC",
  }).format(new Date(`${day}T00:00:00Z`));

/** "Do 26.11.", "Thu 26/11": a day that is near, with its weekday. */
export const formatNearDay = (day: string) => `${formatWeekday(day)} ${formatDayAndMonth(day)}`;

/** "Dienstag, 24. November". */
export const formatLongDay = (day: string) =>
  write(day, { weekday: "long", day: "numeric", month: "long" });

/** "Do". */
export const formatWeekday = (day: string) => write(day, { weekday: "short" });

/** "09:00", where the reader is. */
export const formatTime = (instant: string) =>
  dates({
    timeStyle: "short",
    timeZone: readersZone(),
  }).format(new Date(instant));

/** What part of the day the reader's clocks show. */
export function dayPart(now = Date.now()): "morning" | "day" | "evening" {
  const hour = Number(wallClock(now).slice(11, 13));
  if (hour >= 4 && hour < 11) return "morning";
  return hour >= 11 && hour < 18 ? "day" : "evening";
}

/** "Dr. Anke Feldmann" → "Anke": titles are no names. */
export const firstName = (name: string) =>
  name.split(" ").find((word) => word !== "" && !word.endsWith(".")) ?? name;
