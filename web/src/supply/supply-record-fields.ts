import type { ReactNode } from "react";
import type { Field } from "../entity/fields";

/** A cell of the matrix in one period; `hints` are what other periods say of it. */
export const supplyRecordFields = (
  competitors: string[],
  hints: { rest?: ReactNode; contractEnd?: ReactNode } = {},
): Field[] => [
  { name: "volume", kind: "number", when: ({ share }) => typeof share !== "number" },
  {
    name: "demand",
    kind: "number",
    when: ({ share, volume }) => typeof share !== "number" || typeof volume !== "number",
  },
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
