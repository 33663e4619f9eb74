import { type Cell, isBlank, textOf } from "./cells";
import { isWeekOrMonth } from "./days";
import { figureOf } from "./factor";
import { fieldsOf, type Kind } from "./fields";
import type { Samples } from "./format";
import type { Head, Match } from "./match";

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
  match.roles.forEach((_, column) => {
    const figure = figureOf(kind, match, column, names[column] ?? "");
    const as = fields.find(({ field }) => field === figure)?.as;
    if (!as) return;
    let cells = cellsOf(rows, head, column, 200);
    // Stages stand there by their names, confidence as words, weeks and months as they are called.
    if (kind === "check_ins")
      cells = cells.filter((cell) =>
        as === "day" ? !isWeekOrMonth(textOf(cell)) : /\d/.test(textOf(cell)),
      );
    out[as] = [...(out[as] ?? []), ...cells];
    if (as !== "number") return;
    const factor = (figure && match.factors[figure]) ?? 1;
    out.factors = [...(out.factors ?? []), ...cells.map(() => factor)];
  });
  return out;
}
