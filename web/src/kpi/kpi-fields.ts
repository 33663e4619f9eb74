import type { Field } from "../entity/fields";

export const kpiFields: Field[] = [
  { name: "name", kind: "text", required: true },
  { name: "unit", kind: "text" },
  { name: "decimals", kind: "whole", min: 0, max: 6 },
  { name: "direction", kind: "choice", of: "KpiDirection", choices: ["up", "down", "corridor"] },
  { name: "lower", kind: "number", when: ({ direction }) => direction !== "down" },
  { name: "upper", kind: "number", when: ({ direction }) => direction !== "up" },
];

/** A value of a day, as it is corrected. */
export const kpiValueFields: Field[] = [
  { name: "on", kind: "date", required: true },
  { name: "value", kind: "number", required: true },
  { name: "source", kind: "text" },
];
