import { dates } from "./intl";

/**
 * The reader's time zone, as the server tells it with the session. Instants are shown and entered
 * in it, whatever the browser's own zone is.
 */
let zone = "UTC";

/** Takes the server's word, unless this browser knows no such zone. */
export function keepZone(name: string) {
  try {
    new Intl.DateTimeFormat("sv-SE", { timeZone: name });
    zone = name;
  } catch {
    zone = browsersZone();
  }
}

export const readersZone = () => zone;

export const browsersZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** An instant as clocks there show it: `2026-11-24T09:30`, which is how a form's control wants it. */
export function wallClock(instant: number | string): string {
  return dates({ dateStyle: "short", timeStyle: "short", timeZone: zone }, "sv-SE")
    .format(new Date(instant))
    .replace(" ", "T");
}

const asUtc = (clock: string) => Date.parse(`${clock.slice(0, 16)}Z`);

/** The instant at which clocks there show that, as the API writes it; null for no time at all. */
export function instantOf(clock: string): string | null {
  const wanted = asUtc(clock);
  if (Number.isNaN(wanted)) return null;
  let at = wanted;
  // Once with the offset around then, and once more with the one that this leads to.
  for (let i = 0; i < 2; ++i) at += wanted - asUtc(wallClock(at));
  return new Date(at).toISOString();
}

/** The day so many days later: days have no zone. */
export function plusDays(day: string, days: number): string {
  return new Date(asUtc(`${day}T00:00`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** How many days the second one is after the first. */
export const daysBetween = (first: string, second: string) =>
  Math.round((asUtc(`${second}T00:00`) - asUtc(`${first}T00:00`)) / 86_400_000);

/** The day at the time of day of another instant, summer time or not. */
export function atHourOf(instant: string, day: string): string {
  return instantOf(`${day}${wallClock(instant).slice(10)}`) ?? instant;
}

const isWeekend = (day: string) => [0, 6].includes(new Date(`${day}T00:00Z`).getUTCDay());

/** The next full hour there at which people meet: on a weekday from 8 to 18, else at 9 on the next one. */
export function nextMeetingHour(): string {
  const soon = wallClock(Date.now() + 3_600_000);
  let day = soon.slice(0, 10);
  let hour = soon.slice(11, 13);
  if (hour >= "18") day = plusDays(day, 1);
  if (hour < "08" || hour >= "18" || isWeekend(day)) hour = "09";
  while (isWeekend(day)) day = plusDays(day, 1);
  return instantOf(`${day}T${hour}:00`) ?? new Date().toISOString();
}

export const zoneNames = (): string[] => [
  ...new Set(["UTC", ...Intl.supportedValuesOf("timeZone")]),
];
