import type { Schemas } from "../api/client";
import type { ListRow, ListTable } from "./list-form";

export type ImportedRow = Schemas["ImportedRow"];
export type Verdict = Schemas["ImportVerdict"];

/** A row as it was sent, and what the server thinks of it. */
export interface Judged {
  row: ListRow;
  told: ImportedRow;
}

export type Counts = Record<Verdict, number>;

/** What is not even sent. */
const unsent = ({ line, wrong }: ListRow): ImportedRow => ({
  line,
  verdict: "refused",
  entry: null,
  title: "",
  values: [],
  problems: wrong
    ? [{ column: wrong.column, code: wrong.code, detail: "", choices: [], value: null }]
    : [],
  hints: [],
});

/** The rows of a table with what the answer says of each; of blank ones it says nothing. */
export function judgedRows(table: ListTable, answer: Schemas["ImportAnswer"]): Judged[] {
  const out: Judged[] = [];
  let next = 0;
  for (const row of table.rows) {
    if (row.wrong) {
      out.push({ row, told: unsent(row) });
      continue;
    }
    const told = answer.rows[next];
    if (told?.line !== row.line) continue;
    out.push({ row, told });
    ++next;
  }
  return out;
}

export function countsOf(judged: readonly Judged[]): Counts {
  const counts: Counts = { new: 0, changed: 0, unchanged: 0, refused: 0 };
  for (const { told } of judged) ++counts[told.verdict];
  return counts;
}
