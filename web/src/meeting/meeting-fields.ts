import { nextMeetingHour, plusDays, wallClock } from "../app/zone";
import type { Cockpit } from "../cockpit/cockpit-query";
import type { Field, Values } from "../entity/fields";
import { isInstant } from "../ui/read-day";

const ofCycle = ({ kind }: Values) => kind === "cycle";

export const meetingFields: Field[] = [
  { name: "kind", kind: "choice", of: "MeetingKind", choices: ["cycle", "check_in", "flash"] },
  { name: "plannedAt", kind: "instant", required: true },
  { name: "duration", kind: "whole", min: 5, max: 600 },
  { name: "place", kind: "text" },
  { name: "votes", kind: "whole", min: 1, max: 20, when: ofCycle },
  { name: "topicsUntil", kind: "date", when: ofCycle },
];

/** What is asked of a meeting of the account: with whom, and in which cycle. */
export const meetingFieldsOf = ({ team, cycles }: Pick<Cockpit, "team" | "cycles">): Field[] => [
  ...meetingFields,
  {
    name: "invitees",
    kind: "references",
    options: team.map(({ person }) => ({ value: person.id, label: person.name })),
  },
  {
    name: "cycle",
    kind: "reference",
    when: ofCycle,
    options: cycles
      .filter(({ cycle }) => cycle.state !== "closed")
      .map(({ cycle }) => ({ value: cycle.id, label: cycle.name })),
  },
];

/** Topics are collected up to the day before the meeting, where there is one left. */
function topicsUntil(plannedAt: unknown, today: string): string | null {
  if (!isInstant(plannedAt)) return null;
  const before = plusDays(wallClock(plannedAt).slice(0, 10), -1);
  return before >= today ? before : null;
}

/** The last day for topics goes along with the meeting's. */
export const topicsFollow = (today: string) => ({
  field: "plannedAt",
  propose: async (plannedAt: unknown) => ({ topicsUntil: topicsUntil(plannedAt, today) }),
});

/**
 * What a new meeting begins with: once the present cycle is over it is time for the one that carries
 * the team into the next.
 */
export function newMeeting({ cycles, today }: Pick<Cockpit, "cycles" | "today">): Values {
  const all = cycles.map(({ cycle }) => cycle);
  const over = all.some(
    ({ state, endsOn }) => state === "review" || (state === "active" && endsOn < today),
  );
  const planned = all.find(({ state }) => state === "planning");
  return {
    kind: over || planned ? "cycle" : "check_in",
    plannedAt: nextMeetingHour(),
    duration: 60,
    votes: 5,
    cycle: planned?.id ?? null,
  };
}
