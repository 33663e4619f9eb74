import type { Schemas } from "../api/client";
import { fractionOfPercent } from "../app/percent";
import { plainWord } from "../paste/table";
import { readPeriod } from "../supply/read-period";
import { type Cell, isBlank, isDash, isFormulaError, isPerCent, isSum, textOf } from "./cells";
import { holdsWeeks } from "./days";
import { fieldOf, type ImportField, type Kind } from "./fields";
import {
  acrossOf,
  type Head,
  isOfPlan,
  type Known,
  type Match,
  measureCalled,
  namesOf,
  periodText,
  type Role,
  type Sides,
  sidesOf,
} from "./match";
import { readOutline } from "./outline";
import type { Factor } from "./scale";

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
  /** By what the numbers of each are multiplied; what holds for all rows is typed as it is meant. */
  factors: Factor[];
  rows: ListRow[];
  /** How many rows only add up others, or say nothing of what they name. */
  leftOut: number;
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
/** "Summe Gütersloh", and below a matrix the whole account, are sums of shares, too; a title may begin so. */
const addsUp = (kind: Kind, isWide: boolean, cell: Cell) =>
  isSum(cell) ||
  (kind === "supply" && /^(?:zwischen)?summe /.test(plainWord(textOf(cell)))) ||
  (kind === "supply" &&
    isWide &&
    ["kunde gesamt", "whole account"].includes(plainWord(textOf(cell))));

/** A day that a spreadsheet kept as its number: 46350 is 2026-11-24. */
function dayOf(cell: Cell, since1904: boolean): Cell {
  const number = typeof cell === "string" && /^\s*\d{5}\s*$/.test(cell) ? Number(cell) : cell;
  if (typeof number !== "number" || !Number.isInteger(number)) return cell;
  const days = number + (since1904 ? 1462 : 0) - 25_569;
  const day = new Date(days * 86_400_000);
  // 1950 to 2100; what lies outside is something else.
  return days > -7305 && days < 47_482 ? day.toISOString().slice(0, 10) : cell;
}

const isoDay = /^\d{4}-\d\d-\d\d(?=$| 00:00)/;

/** How long the periods are that a column, or several heads, name by a day: nothing where that is not told. */
function periodOfDays(name: string, cells: readonly Cell[], usual: Schemas["Period"]) {
  const said = periodWords[plainWord(name).split(" ")[0] ?? ""];
  if (said) return said;
  const days = cells.flatMap((cell) => isoDay.exec(textOf(cell)) ?? []);
  const begins = (day: string) => readPeriod(day, usual)?.startsOn === day;
  // Where some first days of months begin none of the usual periods they are of months.
  return days.every((day) => day.endsWith("-01")) && !days.every(begins) ? "month" : undefined;
}
const periodWords: Readonly<Record<string, Schemas["Period"]>> = {
  monat: "month",
  month: "month",
  quartal: "quarter",
  quarter: "quarter",
  jahr: "year",
  year: "year",
};

/** Cells are broken into lines to be narrower. */
const oneLineOf = (cell: Cell) =>
  typeof cell === "string" ? cell.replace(/\s*[\r\n]+\s*/g, " ") : cell;

/** What tells of which key result a row is; the rest of a row tells how it stands. */
const whose: readonly Role[] = ["cycle", "objective", "key_result", "site"];
/** Without any of them nothing is told of how a key result stands. */
const standing: readonly ImportField[] = ["value", "confidence", "note", "evidence"];

/** A column of the sheet that is a field of each row. */
interface Own {
  field: ImportField;
  column: number;
}

/** A cell as the server takes it, whatever stands around it; `days` is of which periods days are. */
function cellOf(
  { kind, since1904 = false }: Options,
  field: ImportField,
  cell: Cell | undefined,
  name: string,
  days?: Schemas["Period"],
): Cell {
  if (cell === undefined || isBlank(cell)) return null;
  const { as, degrees, lines } = fieldOf(kind, field) ?? {};
  const text = textOf(cell);
  const degree = degrees?.[plainWord(text) || text.trim()];
  if (degree !== undefined) return degree;
  if (kind === "check_ins" && field === "on" && holdsWeeks(name) && /^\d+$/.test(text))
    return `KW ${text}`;
  // Without a site a share is of all of them: that has to be said.
  const isPlace = kind === "supply" && field === "site";
  if (isPlace && allSites.has(plainWord(text))) return null;
  if (isDash(cell) && as !== "truth" && !isPlace) return null;
  if (as === undefined && !lines) return oneLineOf(cell);
  if (field === "roles") return text.replace(/\s*(?:[/+&]|\s(?:und|and)\s)\s*/g, ", ");
  if (as !== "day" && as !== "period") return cell;
  const day = dayOf(cell, since1904);
  const iso = isoDay.exec(textOf(day))?.[0];
  const period = as === "period" && days && iso ? readPeriod(iso, days) : undefined;
  return period ? periodText(period) : day;
}

interface Options {
  kind: Kind;
  rows: readonly Cell[][];
  head: Head;
  match: Match;
  edits: Edits;
  sharePeriod: Schemas["Period"];
  kpis?: Known["kpis"];
  since1904?: boolean;
}

/** The rows below the head as a list: what stands side by side is a row each, what stands below each other in one. */
export function listForm(options: Options): ListTable {
  const { kind, head, match, edits, sharePeriod } = options;
  const rows = edited(options.rows, edits);
  const from = head.at + head.lines;
  const filled: Cell[] = [];
  const names = editedNames(options.rows, head, edits);
  const mapped = match.roles.flatMap((role, column) =>
    role !== null && role !== "measure" && role !== "across" && role !== "outline"
      ? [{ field: role, column }]
      : [],
  );
  const sides = match.roles.includes("across") ? sidesOf(kind) : undefined;
  // Beside several days a column tells of the last one.
  const ofLast =
    sides && kind === "check_ins" ? mapped.filter(({ field }) => !whose.includes(field)) : [];
  const wide = sides && wideOf(options, sides, names, ofLast);
  // Beside periods what adds them up is none of its own.
  const own = mapped.filter(
    (one) => !ofLast.includes(one) && !(kind === "supply" && wide?.fields.includes(one.field)),
  );
  const outline = isOfPlan(kind) ? outlineOf(kind, match.roles, rows.slice(from)) : undefined;
  const fields: ImportField[] = [
    ...(outline?.fields ?? []),
    ...own.map(({ field }) => field),
    ...(wide?.fields ?? []),
  ];
  const constants = Object.entries(match.constants).filter(
    ([field, value]) => value && !fields.includes(field as ImportField),
  ) as [ImportField, string][];
  fields.push(...constants.map(([field]) => field));
  const columnOf = (field: ImportField) => own.find((one) => one.field === field)?.column;
  const [objective, keyResult] = [columnOf("objective"), columnOf("key_result")];
  const dated = columnOf("period");
  const days =
    dated === undefined
      ? undefined
      : periodOfDays(
          names[dated] ?? "",
          rows.slice(from).map((row) => dayOf(row[dated] ?? null, options.since1904 ?? false)),
          sharePeriod,
        );
  const out: ListRow[] = [];
  let leftOut = 0;
  for (let at = from; at < rows.length; ++at) {
    const row = rows[at] ?? [];
    const value = (column: number): Cell => {
      const cell = row[column] ?? null;
      if (!match.fillDown[column]) return cell;
      if (isBlank(cell)) return filled[column] ?? null;
      filled[column] = cell;
      return cell;
    };
    const first = own.map(({ column }) => row[column] ?? null).find((cell) => !isBlank(cell));
    if (
      (first !== undefined && addsUp(kind, wide !== undefined, first)) ||
      (isOfPlan(kind) && keyResult !== undefined && isSum(row[keyResult]))
    ) {
      ++leftOut;
      continue;
    }
    const lead = outline ? outline.rowOf(row, at) : { cells: [], places: [] };
    if (!lead) continue;
    const cells = own.map(({ field, column }) =>
      cellOf(options, field, value(column), names[column] ?? "", days),
    );
    const places: (string | null)[] = own.map(({ column }) => `${at}/${column}`);
    const below = wide ? wide.rowsOf(value, at) : [{ cells: [], places: [] }];
    // Of a row without a word of its own nothing is told by what is filled in.
    const said = wide
      ? below.length > 0
      : outline || own.some(({ column }) => !isBlank(row[column]));
    if (!said || (cells.length > 0 && !wide && !outline && cells.every(isBlank))) continue;
    // The row of an objective tells of no key result.
    const isHeading =
      objective !== undefined &&
      keyResult !== undefined &&
      !isBlank(row[objective]) &&
      isBlank(row[keyResult]);
    if (kind === "check_ins" && isHeading) continue;
    if (!wide && saysNothing(kind, fields, cells)) {
      ++leftOut;
      continue;
    }
    for (const more of below) {
      const told = [...lead.cells, ...cells, ...more.cells];
      const all: ListRow = {
        line: at + 1,
        cells: [
          ...told,
          ...constants.map(([field, text]) => constantOf(field, text, fields, told)),
        ],
        places: [...lead.places, ...places, ...more.places, ...constants.map(() => null)],
      };
      const says = (field: ImportField) => !isBlank(all.cells[fields.indexOf(field)]);
      if (kind === "check_ins" && !standing.some(says)) continue;
      const broken = all.cells.findIndex(isFormulaError);
      if (broken >= 0) all.wrong = { column: broken, code: "formula_error" };
      else if (more.unknown) all.wrong = { column: own.length + 1, code: "not_a_measure" };
      out.push(all);
    }
  }
  if (kind === "supply") tellOurs(fields, out);
  if (kind === "kpi_values") tellPerCent(fields, out, options.kpis ?? []);
  const factors = fields.map((field) =>
    fieldOf(kind, field)?.amount && !constants.some(([constant]) => constant === field)
      ? (match.factors[field] ?? 1)
      : 1,
  );
  return { fields, factors, rows: out, leftOut };
}

/** What a row of these kinds is for. */
const purpose: Partial<Record<Kind, readonly ImportField[]>> = {
  supply: ["share", "volume", "demand", "rest", "competitor", "contract_end", "source"],
  kpi_values: ["value"],
};

/** A note below the table, or a period that has no figure yet. */
function saysNothing(kind: Kind, fields: readonly ImportField[], cells: readonly Cell[]) {
  const asked = fields.flatMap((field, at) => (purpose[kind]?.includes(field) ? [cells[at]] : []));
  return asked.length > 0 && asked.every(isBlank);
}

/** Lists of white spaces say with whom the demand is: with us it is ours as a whole. */
function tellOurs(fields: ImportField[], rows: ListRow[]) {
  const rest = fields.indexOf("rest");
  const isOurs = ({ cells }: ListRow) =>
    ["wir", "uns", "us", "we"].includes(plainWord(textOf(cells[rest])));
  const ours = rest < 0 ? [] : rows.filter(isOurs);
  if (ours.length === 0) return;
  if (!fields.includes("share")) {
    fields.push("share");
    for (const { cells, places } of rows) {
      cells.push(null);
      places.push(null);
    }
  }
  const [share, volume] = [fields.indexOf("share"), fields.indexOf("volume")];
  for (const { cells } of ours) {
    cells[rest] = null;
    if (isBlank(cells[share]) && isBlank(cells[volume])) cells[share] = { perCent: 100 };
  }
}

/** A percent cell is read as 40 for a KPI that is kept in %, else it is what Excel keeps of it. */
function tellPerCent(fields: readonly ImportField[], rows: ListRow[], kpis: Known["kpis"]) {
  const [kpi, value] = [fields.indexOf("kpi"), fields.indexOf("value")];
  for (const { cells } of rows) {
    const cell = cells[value];
    if (!isPerCent(cell)) continue;
    const name = plainWord(textOf(cells[kpi]));
    const unit = kpis.find((one) => plainWord(one.name) === name)?.unit;
    if (unit !== "%") cells[value] = fractionOfPercent(cell.perCent);
  }
}

/** Where all start holds for those that are to get somewhere, not for corridors. */
function constantOf(
  field: ImportField,
  text: string,
  fields: readonly ImportField[],
  cells: readonly Cell[],
) {
  return field === "start" && isBlank(cells[fields.indexOf("target")]) ? null : text;
}

interface Below {
  cells: Cell[];
  places: (string | null)[];
  /** Nobody knows of what its figures are. */
  unknown?: boolean;
}

/** Objectives and key results below each other in one column: each row with the objective above it. */
function outlineOf(kind: Kind, roles: readonly (Role | null)[], rows: readonly Cell[][]) {
  const column = roles.indexOf("outline");
  if (column < 0) return undefined;
  const read = readOutline(rows, column, roles);
  let objective: { title: string; place: string } | undefined;
  const rowOf = (row: readonly Cell[], at: number): Below | undefined => {
    const line = read(row);
    if (!line || isSum(line.title)) return undefined;
    const place = `${at}/${column}`;
    if (line.isObjective) {
      objective = { title: line.title, place };
      return kind === "plan" ? { cells: [line.title, null], places: [place, null] } : undefined;
    }
    return {
      cells: [objective?.title ?? null, line.title],
      places: [objective?.place ?? null, place],
    };
  };
  return { fields: ["objective", "key_result"] as const, rowOf };
}

/** What stands side by side: the fields that it makes, and the rows that it makes of one. */
function wideOf(options: Options, sides: Sides, names: readonly string[], ofLast: readonly Own[]) {
  const { kind, match, sharePeriod } = options;
  const heads = names.filter((_, column) => match.roles[column] === "across");
  const days = periodOfDays("", heads, sharePeriod) ?? sharePeriod;
  const columns = match.roles.flatMap((role, column) => {
    if (role !== "across") return [];
    const { name, measure } = acrossOf(names[column] ?? "", kind);
    const period = match.across === "period" ? readPeriod(name, days) : undefined;
    return [{ column, name: period ? periodText(period) : name, measure }];
  });
  const measured = match.roles.indexOf("measure");
  // In a sheet of weeks one figure is the rule: of the others no blank column is made.
  const measures = sides.measures.filter(
    (one) => kind === "supply" || columns.some(({ measure = match.measure }) => measure === one),
  );
  const fields: ImportField[] = [match.across, ...measures];
  for (const { field } of ofLast) if (!fields.includes(field)) fields.push(field);
  const rowsOf = (value: (column: number) => Cell, at: number): Below[] => {
    const text = measured >= 0 ? textOf(value(measured)) : "";
    const ofRow = text ? measureCalled(text, kind) : match.measure;
    const found = new Map<string, Below>();
    for (const { column, name, measure } of columns) {
      const cell = value(column);
      if (isBlank(cell) || isDash(cell)) continue;
      const below = found.get(name) ?? {
        cells: [name, ...fields.slice(1).map(() => null)],
        places: [`h/${column}`, ...fields.slice(1).map(() => null)],
      };
      const which = measure ?? ofRow;
      const slot = 1 + measures.indexOf(which ?? match.measure);
      // So it does not where two columns have one name.
      if (!which || below.places[slot]) below.unknown = true;
      below.cells[slot] = cell;
      below.places[slot] = `${at}/${column}`;
      found.set(name, below);
    }
    const all = [...found.values()];
    const last = all.at(-1);
    for (const { field, column } of ofLast) {
      const slot = fields.indexOf(field);
      if (!last || !isBlank(last.cells[slot])) continue;
      last.cells[slot] = cellOf(options, field, value(column), "");
      last.places[slot] = `${at}/${column}`;
    }
    return all;
  };
  return { fields, rowsOf };
}
