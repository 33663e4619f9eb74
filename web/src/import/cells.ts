import { perCent } from "../app/format";
import { plainWord } from "../paste/table";

/** A percent cell of a workbook: 40 where Excel keeps 0.4 and shows 40 %. */
export interface PerCent {
  perCent: number;
}

/** What stands in a cell of a file: days of a workbook are ISO texts, as the API takes them. */
export type Cell = string | number | boolean | null | PerCent;

export const isPerCent = (cell: Cell | undefined): cell is PerCent =>
  typeof cell === "object" && cell !== null;

export interface Sheet {
  name: string;
  rows: Cell[][];
  /** Days count from 1904, as in workbooks of old Macs. */
  since1904?: boolean;
}

/** Spaces of every kind, and signs without a width. */
const unseen = /[\s\u200b\ufeff]/g;

export const isBlank = (cell: Cell | undefined) =>
  cell === null ||
  cell === undefined ||
  (typeof cell === "string" && cell.replace(unseen, "") === "");

/** The cell as its reader sees it; numbers in their shortest form. */
export const textOf = (cell: Cell | undefined) =>
  isPerCent(cell) ? perCent(cell.perCent) : cell === null || cell === undefined ? "" : String(cell);

/** A dash stands for no value, as in spreadsheets. */
export const isDash = (cell: Cell) => typeof cell === "string" && /^\s*[-–—−]\s*$/.test(cell);

const errors =
  /^#(?:NULL|DIV\/0|VALUE|REF|NAME|NUM|SPILL|CALC|WERT|BEZUG|ZAHL|ÜBERLAUF)[!?]$|^#(?:N\/A|NV)$|^#NAME\?$/i;
/** What a spreadsheet shows in place of a formula's result. */
export const isFormulaError = (cell: Cell) => typeof cell === "string" && errors.test(cell.trim());

/** What stands above, added up. */
const sums = new Set([
  ...["summe", "gesamt", "gesamtsumme", "gesamtergebnis", "zwischensumme"],
  ...["mittelwert", "durchschnitt", "sum", "total", "totals", "grand total", "subtotal", "average"],
]);
export const isSum = (cell: Cell | undefined) => sums.has(plainWord(textOf(cell)));
