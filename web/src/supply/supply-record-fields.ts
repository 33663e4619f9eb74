import type { ReactNode } from "react";
import type { Field, Values } from "../entity/fields";

/** Of volume, demand and share two tell the third. */
const open =
  (one: string, other: string) =>
  (values: Values): boolean =>
    typeof values[one] !== "number" || typeof values[other] !== "number";

/** A cell of the matrix in one period; `hints` are what other periods say of it. */
export const supplyRecordFields = (
  competitors: string[],
  hints: { rest?: ReactNode; contractEnd?: ReactNode } = {},
): Field[] => [
  { name: "volume", kind: "number", when: open("demand", "share") },
  { name: "demand", kind: "number", when: open("volume", "share") },
  { name: "share", kind: "percent", when: open("volume", "demand") },
  { name: "unit", kind: "choice", of: "SupplyUnit", choices: ["eur", "pieces"] },
  {
    name: "rest",
    kind: "choice",
    of: "Rest",
    choices: ["competitor", "own_make", "unknown", "nobody"],
    clearable: true,
    hint: hints.rest,
  },
  {
    name: "competitor",
    kind: "text",
    required: true,
    options: competitors.map((name) => ({ value: name, label: name })),
    when: ({ rest }) => rest === "competitor",
    otherwise: "",
  },
  { name: "contractEnd", kind: "date", hint: hints.contractEnd },
  { name: "estimated", kind: "switch" },
  { name: "source", kind: "text" },
];
