import type { Field, Option } from "../entity/fields";

const is = (kind: string) => (values: Record<string, unknown>) => values.kind === kind;

export const keyResultFields = (team: Option[], others: Option[]): Field[] => [
  { name: "title", kind: "prose", required: true },
  { name: "kind", kind: "choice", choices: ["metric", "corridor", "stages"] },
  { name: "start", kind: "number", required: true, when: is("metric") },
  { name: "target", kind: "number", required: true, when: is("metric") },
  { name: "lower", kind: "number", when: is("corridor") },
  { name: "upper", kind: "number", when: is("corridor") },
  { name: "unit", kind: "text", when: (values) => values.kind !== "stages" },
  { name: "stages", kind: "stages", when: is("stages") },
  { name: "owner", kind: "reference", options: team },
  { name: "weight", kind: "number", min: 0, max: 100 },
  { name: "due", kind: "date" },
  { name: "dependsOn", kind: "reference", options: others },
  {
    name: "state",
    kind: "choice",
    choices: ["active", "dropped"],
    when: ({ state }) => state !== undefined,
  },
];
