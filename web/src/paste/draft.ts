import i18next from "i18next";
import { type Column, hasHead, type Mapping, mappingOf } from "./columns";
import { otherSign, type Table } from "./table";
import { bad, type Judge, PastedRow, type Verdict, type Wrong } from "./verdict";

/** What was pasted and is not stored, and what its reader said of it. */
export interface PasteDraft {
  text: string;
  /** Which column is what, where somebody said so. */
  mapping?: Mapping;
  /** The numbers that the rows had in what was pasted, once some of them have been stored. */
  lines?: number[];
  /** What parted its cells, once some rows have been stored: those that are left may not show it. */
  delimiter?: Table["delimiter"];
  /** Why the server refused rows, by their text. */
  refused?: Record<string, Wrong[]>;
}

export const nothingPasted: PasteDraft = { text: "" };

/** A row of it that is not blank, and what is thought of it. */
export interface Line<T> {
  row: PastedRow;
  /** Where it stands in the text. */
  at: number;
  text: string;
  verdict: Verdict<T>;
  /** What parts it, where that is not what parts the others. */
  sign: string | undefined;
}

const signNames = { "\t": "tab", ";": "semicolon", ",": "comma" } as const;
/** "Semikolon" */
export const nameOfSign = (sign: string) =>
  i18next.t(`paste.sign.${signNames[sign as keyof typeof signNames]}`);

/** The cells of a row, as many as there are columns. */
export const filledUp = (cells: readonly string[], length: number) =>
  Array.from({ length: Math.max(cells.length, length) }, (_, cell) => cells[cell] ?? "");

/** What a draft, taken apart into `table`, says: which of its columns is what, and its rows with what is thought of each. */
export function readDraft<T>(
  draft: PasteDraft,
  table: Table,
  columns: (rows: readonly (readonly string[])[]) => Column[],
  judge: Judge<T>,
  arrange?: (cells: readonly string[]) => readonly string[],
) {
  const first = table.rows[0] ?? [];
  const offered = columns(table.rows);
  const head = hasHead(offered, first);
  const written = Math.max(...table.rows.map((row) => row.length));
  const parted = written > 1 || draft.delimiter !== undefined;
  const filled = table.rows
    .map((cells, at) => ({ cells, at }))
    .filter(({ cells, at }) => !(head && at === 0) && cells.some((cell) => cell.trim() !== ""))
    .map(({ cells, at }) => {
      const sign = parted ? otherSign(table, cells) : undefined;
      return { at, sign, cells: head || sign || !arrange ? cells : arrange(cells) };
    });
  const width = Math.max(written, ...filled.map(({ cells }) => cells.length));
  const mapping =
    draft.mapping?.length === width ? draft.mapping : mappingOf(offered, first, head, width);
  const rows = filled.map(
    ({ cells, at }) => new PastedRow(draft.lines?.[at] ?? at + 1, cells, mapping),
  );
  const verdicts = judge(rows);
  const lines: Line<T>[] = filled.map(({ cells, at, sign }, index) => {
    const text = cells.join("\t");
    const verdict = verdicts[index] as Verdict<T>;
    const refused = draft.refused?.[text];
    const says =
      sign &&
      i18next.t("paste.otherSign", { sign: nameOfSign(table.delimiter), other: nameOfSign(sign) });
    return {
      row: rows[index] as PastedRow,
      at,
      text,
      sign,
      // Which of its columns is what, nobody knows yet.
      verdict: says
        ? bad({ key: mapping.find((key) => key !== null) ?? "", says })
        : refused
          ? { ...verdict, wrong: [...verdict.wrong, ...refused] }
          : verdict,
    };
  });
  return { first, offered, head, written, parted, width, mapping, filled, rows, lines };
}
