import { plainWord } from "../paste/table";
import { type Cell, textOf } from "./cells";
import { readNumber } from "./format";
import type { Format } from "./match";

export type ConfidenceScale = NonNullable<Format["confidence"]>;
export const confidenceScales = ["ten", "five", "fraction", "percent"] as const;

const ends: Record<ConfidenceScale, [low: number, high: number]> = {
  ten: [0, 10],
  five: [1, 5],
  fraction: [0, 1],
  percent: [0, 100],
};

const words = new Set([
  ...["hoch", "grun", "high", "green", "on track", "im plan", "sicher"],
  ...["mittel", "gelb", "medium", "amber", "yellow", "at risk"],
  ...["niedrig", "gering", "rot", "low", "red", "off track", "kritisch"],
]);

/** Words and lights are understood by the server whatever the scale. */
export const isConfidenceWord = (cell: Cell) =>
  words.has(plainWord(textOf(cell))) || /^(?:🟢|✅|🟡|🟠|🔴)$/u.test(textOf(cell).trim());

const numberIn = (cell: Cell, sign: Format["decimalSign"]) =>
  typeof cell === "number" ? cell : readNumber(textOf(cell), sign);

/** From 0 to 10, as the server reads a number; undefined for what it refuses. For showing only. */
export function readConfidence(cell: Cell, format: Format): number | undefined {
  const number = numberIn(cell, format.decimalSign);
  const scale = textOf(cell).trim().endsWith("%") ? "percent" : (format.confidence ?? "ten");
  const [low, high] = ends[scale];
  if (number === undefined || number < low || number > high) return undefined;
  return Math.round(((number - low) / (high - low)) * 10);
}
