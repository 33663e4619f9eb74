import type { Schemas } from "../api/client";
import { plainWord } from "../paste/table";
import { readPeriod } from "../supply/read-period";
import { type Cell, isBlank, isDash, isFormulaError, textOf } from "./cells";
import { fieldOf, type ImportField, type Kind } from "./fields";
import {
  acrossOf,
  type Head,
  type Match,
  type Measure,
  measureCalled,
  measures,
  namesOf,
  periodText,
} from "./match";

/** What was corrected, by its place in the sheet: `row/column`, from 0; `h/column` is the name of a column. */
export type Edits = ReadonlyMap<string, string>;

/** A row as the server takes it. */
export interface ListRow {
  /** Of the file, from 1. */
  line: number;
  cells: Cell[];
  /** Where each cell stands in the sheet; nothing where it holds for all rows. */
  places: (string | null)[];
  /** Why it is not even sent, in which of its cells. */
  wrong?: { column: number; code: "formula_error" | "not_a_measure" };
}

export interface ListTable {
  fields: ImportField[];
  rows: ListRow[];
}

export function edited(rows: readonly Cell[][], edits: Edits): Cell[][] {
  const out = [...rows];
  for (const [place, text] of edits) {
    const [at, column] = place.split("/").map(Number) as [number, number];
    if (Number.isNaN(at)) continue;
    const cells = out[at] === rows[at] ? [...(rows[at] ?? [])] : (out[at] ?? []);
    while (cells.length <= column) cells.push(null);
    cells[column] = text === "" ? null : text;
    out[at] = cells;
  }
  return out;
}

export const editedNames = (rows: readonly Cell[][], head: Head, edits: Edits) =>
  namesOf(rows, head).map((name, column) => edits.get(`h/${column}`) ?? name);

/** Of all sites together; a sum beside them is none of those. */
const allSites = new Set([
  "alle",
  "alle standorte",
  "kunde gesamt",
  "nicht aufgeteilt",
  "all",
  "all sites",
  "whole account",
  "not split",
]);
/** Below a matrix: what stands above it, added up. */
const sums = new Set(["kunde gesamt", "gesamt", "summe", "whole account", "total", "sum"]);

function cellOf(kind: Kind, field: ImportField, cell: Cell | undefined): Cell {
  if (cell === undefined || isBlank(cell)) return null;
  const { as } = fieldOf(kind, field) ?? {};
  if (as && as !== "text" && as !== "truth" && isDash(cell)) return null;
  if (kind === "supply" && field === "site" && allSites.has(plainWord(textOf(cell)))) return null;
  return cell;
}

interface Options {
  kind: Kind;
  rows: readonly Cell[][];
  head: Head;
  match: Match;
  edits: Edits;
  sharePeriod: Schemas["Period"];
}

/** The rows below the head as a list: what stands side by side is a row each. */
export function listForm(options: Options): ListTable {
  const { kind, head, match, edits } = options;
  const rows = edited(options.rows, edits);
  const from = head.at + head.lines;
  const filled: Cell[] = [];
  const names = editedNames(options.rows, head, edits);
  const own = match.roles.flatMap((role, column) =>
    role !== null && role !== "measure" && role !== "across" ? [{ field: role, column }] : [],
  );
  const isWide = kind === "supply" && match.roles.includes("across");
  const wide = isWide ? wideOf(options, names) : undefined;
  const fields: ImportField[] = [...own.map(({ field }) => field), ...(wide?.fields ?? [])];
  const constants = Object.entries(match.constants).filter(
    ([field, value]) => value && !fields.includes(field as ImportField),
  ) as [ImportField, string][];
  fields.push(...constants.map(([field]) => field));
  const out: ListRow[] = [];
  for (let at = from; at < rows.length; ++at) {
    const row = rows[at] ?? [];
    const value = (column: number): Cell => {
      const cell = row[column] ?? null;
      if (!match.fillDown[column]) return cell;
      if (isBlank(cell)) return filled[column] ?? null;
      filled[column] = cell;
      return cell;
    };
    const site = own.find(({ field }) => field === "site")?.column;
    if (isWide && site !== undefined && sums.has(plainWord(textOf(row[site] ?? null)))) continue;
    const cells = own.map(({ field, column }) => cellOf(kind, field, value(column)));
    const places: (string | null)[] = own.map(({ column }) => `${at}/${column}`);
    const below = wide ? wide.rowsOf(value, at) : [{ cells: [], places: [] }];
    // Of a row without a word of its own nothing is told by what is filled in.
    const said = wide ? below.length > 0 : own.some(({ column }) => !isBlank(row[column]));
    if (!said || (cells.length > 0 && !wide && cells.every(isBlank))) continue;
    for (const more of below) {
      const all: ListRow = {
        line: at + 1,
        cells: [...cells, ...more.cells, ...constants.map(([, text]) => text)],
        places: [...places, ...more.places, ...constants.map(() => null)],
      };
      const broken = all.cells.findIndex(isFormulaError);
      if (broken >= 0) all.wrong = { column: broken, code: "formula_error" };
      else if (more.unknown) all.wrong = { column: own.length + 1, code: "not_a_measure" };
      out.push(all);
    }
  }
  return { fields, rows: out };
}

interface Below {
  cells: Cell[];
  places: (string | null)[];
  /** Nobody knows of what its figures are. */
  unknown?: boolean;
}

/** What stands side by side: the fields that it makes, and the rows that it makes of one. */
function wideOf({ match, sharePeriod }: Options, names: readonly string[]) {
  const columns = match.roles.flatMap((role, column) => {
    if (role !== "across") return [];
    const { name, measure } = acrossOf(names[column] ?? "");
    const period = match.across === "period" ? readPeriod(name, sharePeriod) : undefined;
    return [{ column, name: period ? periodText(period) : name, measure }];
  });
  const measured = match.roles.indexOf("measure");
  const fields: ImportField[] = [match.across, ...measures];
  const rowsOf = (value: (column: number) => Cell, at: number): Below[] => {
    const text = measured >= 0 ? textOf(value(measured)) : "";
    const ofRow: Measure | undefined = text ? measureCalled(text) : match.measure;
    const found = new Map<string, Below>();
    for (const { column, name, measure } of columns) {
      const cell = value(column);
      if (isBlank(cell) || isDash(cell)) continue;
      const below = found.get(name) ?? {
        cells: [name, null, null, null],
        places: [`h/${column}`, null, null, null],
      };
      const which = measure ?? ofRow;
      const slot = 1 + measures.indexOf(which ?? match.measure);
      if (!which) below.unknown = true;
      below.cells[slot] = cell;
      below.places[slot] = `${at}/${column}`;
      found.set(name, below);
    }
    return [...found.values()];
  };
  return { fields, rowsOf };
}
