import { type Cell, isBlank } from "./cells";
import { fieldsOf, type Kind } from "./fields";
import type { Samples } from "./format";
import { acrossOf, type Head, type Match } from "./match";

/** Some cells of a column that are not blank. */
export function cellsOf(rows: readonly Cell[][], head: Head, column: number, most = 3): Cell[] {
  const out: Cell[] = [];
  for (let at = head.at + head.lines; at < rows.length && out.length < most; ++at) {
    const cell = rows[at]?.[column] ?? null;
    if (!isBlank(cell)) out.push(cell);
  }
  return out;
}

/** What is to be read as numbers, shares and days. */
export function samplesOf(
  kind: Kind,
  rows: readonly Cell[][],
  head: Head,
  match: Match,
  names: readonly string[],
): Samples {
  const out: Samples = {};
  const fields = fieldsOf(kind);
  match.roles.forEach((role, column) => {
    const figure =
      role === "across" ? (acrossOf(names[column] ?? "").measure ?? match.measure) : role;
    const as = fields.find(({ field }) => field === figure)?.as;
    if (as) out[as] = [...(out[as] ?? []), ...cellsOf(rows, head, column, 200)];
  });
  return out;
}
