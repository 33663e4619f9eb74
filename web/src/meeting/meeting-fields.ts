import type { Field } from "../entity/fields";

export const meetingFields: Field[] = [
  { name: "kind", kind: "choice", of: "MeetingKind", choices: ["cycle", "check_in", "flash"] },
  { name: "plannedAt", kind: "instant", required: true },
  { name: "duration", kind: "whole", min: 5, max: 600 },
  { name: "place", kind: "text" },
  { name: "votes", kind: "whole", min: 1, max: 20, when: ({ kind }) => kind === "cycle" },
];

/** The next full hour, as the API writes instants. */
export function nextHour(): string {
  const at = new Date();
  at.setMinutes(60, 0, 0);
  return at.toISOString();
}

/** The day `on` at the hour of another instant, as the API writes instants. */
export function atHourOf(instant: string, on: string): string {
  const at = new Date(instant);
  const [year, month, day] = on.split("-").map(Number) as [number, number, number];
  at.setFullYear(year, month - 1, day);
  return at.toISOString();
}
