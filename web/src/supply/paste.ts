import { readNumber, writeNumber } from "../number/read-number";

/** What a cell of the grid says; a dash is no value, as in spreadsheets; undefined: no number. */
export function readCell(text: string, language: string): number | null | undefined {
  return /^\s*[-–—−]\s*$/.test(text) ? null : readNumber(text, language)?.value;
}

/** The cell as it was understood, so that everybody sees it; what is no number stays as it is. */
export function tidyCell(text: string, language: string): string {
  const value = readCell(text, language);
  return value === undefined ? text.trim() : writeNumber(value, language);
}

/** Rows and columns as a spreadsheet puts them on the clipboard. */
export function pastedCells(text: string): string[][] {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/\n$/, "")
    .split("\n")
    .map((line) => line.split("\t"));
}

/** What goes into which cell, and what there is no cell for. */
export function pasteInto(
  pasted: string[][],
  keyAt: (row: number, column: number) => string | undefined,
): { cells: Record<string, string>; cut: string[] } {
  const cells: Record<string, string> = {};
  const cut: string[] = [];
  pasted.forEach((line, row) => {
    line.forEach((text, column) => {
      const key = keyAt(row, column);
      if (key !== undefined) cells[key] = text;
      else if (text.trim() !== "") cut.push(text.trim());
    });
  });
  return { cells, cut };
}
