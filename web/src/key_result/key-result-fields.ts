import type { Field, Option, Values } from "../entity/fields";

const is = (kind: string) => (values: Values) => values.kind === kind;
const follows = (source: string) => (values: Values) =>
  values.kind !== "stages" && values.follows === source;

/** What the form of a new key result starts from. */
export const newKeyResult: Values = { kind: "metric", start: 0, follows: "check_ins" };

export const keyResultFields = (
  team: Option[],
  others: Option[],
  areas: Option[],
  sites: Option[],
  kpis: Option[],
): Field[] => [
  { name: "title", kind: "title", required: true },
  { name: "kind", kind: "choice", of: "KeyResultKind", choices: ["metric", "corridor", "stages"] },
  {
    name: "follows",
    kind: "choice",
    of: "Follows",
    choices: ["check_ins", "kpi", "supply"],
    when: (values) => values.kind !== "stages",
  },
  { name: "kpi", kind: "reference", options: kpis, required: true, when: follows("kpi") },
  { name: "supplyAreas", kind: "references", options: areas, when: follows("supply") },
  { name: "supplySites", kind: "references", options: sites, when: follows("supply") },
  { name: "start", kind: "number", unit: "unit", required: true, when: is("metric") },
  { name: "target", kind: "number", unit: "unit", required: true, when: is("metric") },
  { name: "lower", kind: "number", unit: "unit", when: is("corridor") },
  { name: "upper", kind: "number", unit: "unit", when: is("corridor") },
  { name: "unit", kind: "text", when: (values) => values.kind !== "stages" },
  { name: "stages", kind: "stages", when: is("stages") },
  { name: "owner", kind: "reference", options: team },
  { name: "weight", kind: "number", min: 0, max: 100 },
  { name: "due", kind: "date" },
  { name: "dependsOn", kind: "reference", options: others },
  {
    name: "state",
    kind: "choice",
    of: "KeyResultState",
    choices: ["active", "dropped"],
    when: ({ state }) => state !== undefined,
  },
];
