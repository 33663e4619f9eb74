import type { Field } from "../entity/fields";

/** A cell of the matrix in one period; a share that was given alone is entered in the grid. */
export const supplyRecordFields = (competitors: string[]): Field[] => [
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
  },
  {
    name: "competitor",
    kind: "text",
    required: true,
    options: competitors.map((name) => ({ value: name, label: name })),
    when: ({ rest }) => rest === "competitor",
    otherwise: "",
  },
  { name: "contractEnd", kind: "date" },
  { name: "estimated", kind: "switch" },
  { name: "source", kind: "text" },
];
