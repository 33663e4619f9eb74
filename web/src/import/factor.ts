import { plainWord } from "../paste/table";
import { type Cell, isBlank, isPerCent, textOf } from "./cells";
import { fieldOf, type ImportField, type Kind } from "./fields";
import { titlesOf } from "./find-head";
import { readNumber } from "./format";
import {
  acrossOf,
  type Factors,
  type Format,
  type Head,
  type Known,
  type Match,
  measureCalled,
} from "./match";
import { type Factor, type Scale, scaleIn, scaleOfTitle } from "./scale";

/** Which figure a column holds: by itself, or as one of several side by side. */
export function figureOf(
  kind: Kind,
  match: Match,
  column: number,
  name: string,
): ImportField | undefined {
  const role = match.roles[column];
  if (role === "across") return acrossOf(name, kind).measure ?? match.measure;
  return role === null || role === "measure" || role === "outline" ? undefined : role;
}

/** A number as the server multiplies it: to the digits that were entered. */
const multiplied = (value: number, factor: Factor) =>
  factor === 1 ? value : Number((value * factor).toPrecision(15));

/** An amount as the server reads it, a per cent as it is; undefined for what it refuses. For showing only. */
export function readAmount(cell: Cell, sign: Format["decimalSign"], factor: Factor) {
  if (isPerCent(cell)) return cell.perCent;
  const text = textOf(cell);
  const value = typeof cell === "number" ? cell : readNumber(text, sign);
  return value === undefined || text.includes("%") ? value : multiplied(value, factor);
}

interface File {
  kind: Kind;
  rows: readonly Cell[][];
  head: Head;
  match: Match;
  names: readonly string[];
  kpis: Known["kpis"];
}

/** What the file itself says that its amounts are in, whoever takes it at its word; without a factor they can't be multiplied all alike. */
export type Scales = Partial<Record<ImportField, Scale>>;

export function scalesOf(file: File): Scales {
  const out: Scales = {};
  for (const [field, heads] of headsOfAmounts(file)) {
    const said =
      inCommon(heads) ??
      inCommon(file.kind === "supply" ? cellsBelow(file, "unit") : []) ??
      titlesOf(file.rows, file.head)
        .map(scaleOfTitle)
        .find((one) => one !== undefined);
    const scale = said && besideUnits(file, said);
    if (scale) out[field] = scale;
  }
  return out;
}

/** What names the amounts of each field: its columns, or the words of a row of which figure it is. */
function headsOfAmounts(file: File) {
  const { kind, match, names } = file;
  const out = new Map<ImportField, string[]>();
  const add = (field: ImportField | undefined, head: string) => {
    if (field && fieldOf(kind, field)?.amount) out.set(field, [...(out.get(field) ?? []), head]);
  };
  names.forEach((name, column) => {
    const byRow =
      match.roles[column] === "across" &&
      match.roles.includes("measure") &&
      !acrossOf(name, kind).measure;
    if (!byRow) add(figureOf(kind, match, column, name), name);
  });
  for (const text of cellsBelow(file, "measure")) add(measureCalled(text, kind), text);
  return out;
}

/** What the cells of the column say, each once. */
function cellsBelow({ rows, head, match }: File, role: Match["roles"][number]) {
  const column = match.roles.indexOf(role);
  if (column < 0) return [];
  const cells = rows.slice(head.at + head.lines).map((row) => row[column]);
  return [...new Set(cells.filter((cell) => !isBlank(cell)).map(textOf))];
}

/** What texts say of which some do: all of them the same, or it holds for none. */
function inCommon(texts: readonly string[]): Scale | undefined {
  const scales = texts.map(scaleIn);
  const first = scales.find((one) => one !== undefined);
  if (!first) return undefined;
  return scales.every((one) => one?.factor === first.factor) ? first : { says: first.says };
}

/** A KPI, or a key result, may be kept in thousands itself: then its numbers stand as they are meant. */
function besideUnits(file: File, said: Scale): Scale | undefined {
  const units = file.kind === "plan" ? cellsBelow(file, "unit") : unitsOfKpis(file);
  const kept = units.map((unit) => {
    const own = scaleIn(unit);
    return own !== undefined && own.factor === said.factor;
  });
  if (kept.length > 0 && kept.every(Boolean)) return undefined;
  return kept.some(Boolean) ? { says: said.says } : said;
}

function unitsOfKpis(file: File) {
  if (file.kind !== "kpi_values") return [];
  const named = [...cellsBelow(file, "kpi"), file.match.constants.kpi ?? ""].map(plainWord);
  return file.kpis.flatMap(({ name, unit }) => (named.includes(plainWord(name)) ? [unit] : []));
}

/** What was said of a file of that make, as far as this one says of itself what that one said. */
export const stillSaid = (factors: Factors, then: Scales, now: Scales): Factors =>
  Object.fromEntries(
    Object.entries(factors).filter(
      ([field]) => then[field as ImportField]?.factor === now[field as ImportField]?.factor,
    ),
  );
