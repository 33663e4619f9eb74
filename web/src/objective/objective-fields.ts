import type { Field, Option, Values } from "../entity/fields";

const outcome = (kind: string) => (values: Values) => values.outcomeKind === kind;
const measured = ({ outcomeKind }: Values) => outcomeKind !== "none" && outcomeKind !== undefined;

/** What a new one begins with: nobody has said yet what should move at the customer. */
export const newObjective: Values = { outcomeKind: "none" };

export const objectiveFields = (
  team: Option[],
  areas: Option[],
  sites: Option[],
  kpis: Option[],
  goals: Option[],
): Field[] => [
  { name: "title", kind: "title", required: true },
  { name: "why", kind: "prose" },
  { name: "customerGoal", kind: "title" },
  { name: "owner", kind: "reference", options: team },
  { name: "productAreas", kind: "references", options: areas },
  { name: "goals", kind: "goals", options: goals },
  {
    name: "outcomeKind",
    kind: "choice",
    of: "OutcomeKind",
    choices: ["none", "supply", "kpi", "own"],
  },
  { name: "outcome", kind: "text", when: measured },
  { name: "outcomeAreas", kind: "references", options: areas, when: outcome("supply") },
  { name: "outcomeSites", kind: "references", options: sites, when: outcome("supply") },
  { name: "outcomeKpi", kind: "reference", options: kpis, required: true, when: outcome("kpi") },
  { name: "outcomeBaseline", kind: "number", when: measured },
  { name: "outcomeTarget", kind: "number", when: measured },
  {
    name: "outcomeUnit",
    kind: "text",
    when: (values) => outcome("kpi")(values) || outcome("own")(values),
  },
  {
    name: "state",
    kind: "choice",
    of: "ObjectiveState",
    choices: ["active", "dropped"],
    when: ({ state }) => state === "active" || state === "dropped",
  },
];
