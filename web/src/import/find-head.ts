import { type Cell, isBlank, isPerCent, textOf } from "./cells";
import type { Kind } from "./fields";
import { type Head, isNumber, type Known, namesOf, presetMatch } from "./match";
import { isUnit } from "./scale";

/** The row in which most names are known, and how many; two rows where it takes both of them to know more. */
function bestHead(kind: Kind, rows: readonly Cell[][], known: Known) {
  const none: Head & { score: number } = { at: -1, lines: 1, score: 0 };
  const best = (lines: Head["lines"], least: typeof none) =>
    rows.slice(0, 30).reduce((best, _, at) => {
      // Figures stand in no head.
      if (lines === 2 && rows[at + 1]?.some((cell) => typeof cell === "number" || isPerCent(cell)))
        return best;
      const two = rows.slice(at, at + lines);
      const { roles } = presetMatch(kind, namesOf(two, { at: 0, lines }), known);
      const score = roles.filter((role) => role !== null).length;
      return score > best.score ? { at, lines, score } : best;
    }, least);
  return best(2, best(1, none));
}

/** "T€", "T€", "%": a row below the names that tells nothing but in what the columns are. */
function areUnits(row: readonly Cell[] = []) {
  const said = row.filter((cell) => !isBlank(cell));
  return said.length > 0 && said.every((cell) => isUnit(textOf(cell)));
}

/** What stands above the names of the columns. */
export const titlesOf = (rows: readonly Cell[][], head: Head) =>
  rows.slice(0, head.at).flatMap((row) => row.filter((cell) => !isBlank(cell)).map(textOf));

/** The sheet whose head fits best; of several the one in which there is most. */
export function presetSheet(
  kind: Kind | undefined,
  sheets: readonly { rows: readonly Cell[][] }[],
  known: Known,
) {
  const scored = sheets.map(({ rows }, at) => ({
    at,
    score: kind ? bestHead(kind, rows, known).score : 0,
    rows: rows.length,
  }));
  const best = scored.reduce((best, one) =>
    one.score > best.score || (one.score === best.score && one.rows > best.rows) ? one : best,
  );
  return best.at;
}

/** The row that is most likely the head: in which most names are known; else the first that is not blank. */
export function presetHead(kind: Kind, rows: readonly Cell[][], known: Known): Head {
  const best = bestHead(kind, rows, known);
  const filled = rows.findIndex((row) => row.some((cell) => !isBlank(cell)));
  if (best.at < 0) return { at: Math.max(0, filled), lines: 1 };
  return { at: best.at, lines: areUnits(rows[best.at + 1]) ? 2 : best.lines };
}

/** The head in one row or in two: below names stand no figures, and of two rows the lower one names each column. */
export function withLines(rows: readonly Cell[][], { at }: Head, lines: Head["lines"]): Head {
  const said = (row: number) => (rows[row] ?? []).filter((cell) => !isBlank(cell));
  if (lines === 2) {
    const reachesRows = said(at + 1).some((cell) => isPerCent(cell) || isNumber(cell));
    return { at: reachesRows && said(at - 1).length > 0 ? at - 1 : at, lines };
  }
  return { at: said(at + 1).length > said(at).length ? at + 1 : at, lines };
}
