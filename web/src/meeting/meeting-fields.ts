import type { Cockpit } from "../cockpit/cockpit-query";
import type { Field } from "../entity/fields";

export const meetingFields: Field[] = [
  { name: "kind", kind: "choice", of: "MeetingKind", choices: ["cycle", "check_in", "flash"] },
  { name: "plannedAt", kind: "instant", required: true },
  { name: "duration", kind: "whole", min: 5, max: 600 },
  { name: "place", kind: "text" },
  { name: "votes", kind: "whole", min: 1, max: 20, when: ({ kind }) => kind === "cycle" },
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
    when: ({ kind }) => kind === "cycle",
    options: cycles
      .filter(({ cycle }) => cycle.state !== "closed")
      .map(({ cycle }) => ({ value: cycle.id, label: cycle.name })),
  },
];
