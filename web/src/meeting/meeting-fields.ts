import type { Field } from "../entity/fields";

export const meetingFields: Field[] = [
  { name: "kind", kind: "choice", of: "MeetingKind", choices: ["cycle", "check_in", "flash"] },
  { name: "plannedAt", kind: "instant", required: true },
  { name: "duration", kind: "whole", min: 5, max: 600 },
  { name: "place", kind: "text" },
  { name: "votes", kind: "whole", min: 1, max: 20, when: ({ kind }) => kind === "cycle" },
];
