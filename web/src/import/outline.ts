import { type Cell, isBlank, isDash, textOf } from "./cells";
import type { Role } from "./match";

/** What the column of an outline says in one row. */
export interface OutlineLine {
  title: string;
  isObjective: boolean;
}

const indent = /^(?:\s|[•·▪◦‣▸*]|[-–—](?=\s))*/u;
/** `1`, `1.2:`, `3 –`, or a mere colon, with something behind it; never the minus of a number. */
const number = String.raw`(?:\s*\d+(?:\.\d+)*(?:\s*[:.)]\s*|\s*[–—-]\s+|\s+)|\s*:\s*)(?=\S)`;
const prefixes = {
  objective: new RegExp(`^(?:Objective|Obj\\.?|O|Ziel)${number}`, "iu"),
  key_result: new RegExp(`^(?:Key[ -]?Result|KR|Schlüsselergebnis)${number}`, "iu"),
};

function partsOf(text: string) {
  const depth = indent.exec(text)?.[0].length ?? 0;
  const bare = text.slice(depth).trim();
  for (const kind of ["objective", "key_result"] as const) {
    const prefix = prefixes[kind].exec(bare)?.[0];
    if (prefix) return { depth, title: bare.slice(prefix.length), kind };
  }
  return { depth, title: bare };
}

/**
 * Reads objectives and key results below each other in one column, of the rows below the head. What
 * it is a row says by its prefix, else by how far it is indented; in outlines without either an
 * objective is what has nothing in its other columns.
 */
export function readOutline(
  rows: readonly (readonly Cell[])[],
  column: number,
  roles: readonly (Role | null)[],
): (row: readonly Cell[]) => OutlineLine | undefined {
  const others = roles.flatMap((role, at) => (role !== null && at !== column ? [at] : []));
  const saysMore = (row: readonly Cell[]) =>
    row.some(
      (cell, at) =>
        at !== column &&
        (others.length === 0 || others.includes(at)) &&
        !isBlank(cell) &&
        !isDash(cell),
    );
  const depths = rows
    .filter((row) => !isBlank(row[column]))
    .map((row) => partsOf(textOf(row[column])).depth);
  const margin = depths[0] ?? 0;
  const indented = depths.some((depth) => depth > margin);
  return (row) => {
    if (isBlank(row[column])) return undefined;
    const { depth, title, kind } = partsOf(textOf(row[column]));
    const isObjective = kind ? kind === "objective" : indented ? depth <= margin : !saysMore(row);
    return { title, isObjective };
  };
}
