import type { Field, Option } from "../entity/fields";

export const objectiveFields = (team: Option[], areas: Option[], goals: Option[]): Field[] => [
  { name: "title", kind: "prose", required: true },
  { name: "why", kind: "prose" },
  { name: "owner", kind: "reference", options: team },
  { name: "productAreas", kind: "references", options: areas },
  { name: "goals", kind: "goals", options: goals },
  { name: "outcome", kind: "text" },
  { name: "outcomeBaseline", kind: "number" },
  { name: "outcomeTarget", kind: "number" },
  { name: "outcomeUnit", kind: "text" },
  {
    name: "state",
    kind: "choice",
    choices: ["active", "dropped"],
    when: ({ state }) => state === "active" || state === "dropped",
  },
];
