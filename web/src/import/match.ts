import type { Schemas } from "../api/client";
import { kept } from "../app/kept";
import { mappingOf } from "../paste/columns";
import { plainWord } from "../paste/table";
import { type PeriodRead, readPeriod } from "../supply/read-period";
import { type Cell, isBlank, textOf } from "./cells";
import { columnsOf, fieldsOf, type ImportField, type Kind } from "./fields";

/** Where the names of the columns stand: from which row, counted from 0, and in how many. */
export interface Head {
  at: number;
  lines: 1 | 2;
}

export const measures = ["share", "volume", "demand"] as const;
export type Measure = (typeof measures)[number];
/** What stands side by side in several columns. */
export const acrosses = ["period", "product_area", "site"] as const;
export type Across = (typeof acrosses)[number];

/** What a column holds: a field; in tables of supply also which figure its row is of, or one of several figures side by side. */
export type Role = ImportField | "measure" | "across";

/** What the columns of a file hold. */
export interface Match {
  roles: (Role | null)[];
  /** Columns in which a blank means what stands above. */
  fillDown: boolean[];
  /** What the heads of the columns that are `across` name. */
  across: Across;
  /** What stands below them, where neither their heads nor a column says it. */
  measure: Measure;
  /** What holds for all rows. */
  constants: Partial<Record<ImportField, string>>;
}

export type Format = Schemas["CellFormatInput"];

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

/** The names of the columns; of two rows the upper one holds until the next name in it. */
export function namesOf(rows: readonly Cell[][], { at, lines }: Head): string[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  const upper = rows[at] ?? [];
  const lower = lines === 2 ? (rows[at + 1] ?? []) : [];
  let above = "";
  return Array.from({ length: width }, (_, column) => {
    const own = oneLine(textOf(upper[column]));
    if (lines === 1) return own;
    if (own) above = own;
    return oneLine(`${above} ${textOf(lower[column])}`);
  });
}

const measureOf = (words: string) => {
  const plain = plainWord(words).replace(/ (?:t|teur|eur|in|stk|stuck|k)$/, "");
  return measures.find((measure) =>
    fieldsOf("supply").some(({ field, words }) => field === measure && words.includes(plain)),
  );
};

/** "Umsatz Q3 2026" is the volume of Q3 2026. */
export function acrossOf(name: string): { name: string; measure?: Measure } {
  const words = name.split(" ");
  // "Umsatz T€ Q1/24": what belongs to the figure goes with it.
  for (let at = words.length - 1; at > 0; --at) {
    const [left, right] = [words.slice(0, at).join(" "), words.slice(at).join(" ")];
    const [first, last] = [measureOf(left), measureOf(right)];
    if (first) return { name: right, measure: first };
    if (last) return { name: left, measure: last };
  }
  return { name };
}

export const measureCalled = measureOf;

/** "Umsatz T€": its numbers stand for a thousand times as much, or more, than they say. */
export const isScaled = (name: string) =>
  /(?<!\p{L})(?:T ?€|T ?EUR|TEUR|Tsd\.?|k ?€|k ?EUR|Mio\.?|Mrd\.?|thousands?|millions?)(?!\p{L})/iu.test(
    name,
  );

/** A period as the server reads it. */
export function periodText({ period, startsOn }: PeriodRead) {
  const year = startsOn.slice(0, 4);
  const month = Number(startsOn.slice(5, 7));
  if (period === "year") return year;
  return period === "month" ? startsOn.slice(0, 7) : `Q${Math.ceil(month / 3)} ${year}`;
}

/** What the account has, whose names may stand at the head of columns. */
export interface Known {
  sites: readonly { name: string }[];
  productAreas: readonly { name: string }[];
  sharePeriod: Schemas["Period"];
}

const isNamed = (things: readonly { name: string }[], text: string) =>
  things.some(({ name }) => plainWord(name) === plainWord(text));

/** What the columns seem to hold, by their names. */
export function presetMatch(kind: Kind, names: readonly string[], known: Known): Match {
  const roles: (Role | null)[] = mappingOf(
    columnsOf(kind),
    names,
    true,
    names.length,
  ) as (ImportField | null)[];
  const match: Match = {
    roles,
    fillDown: names.map(() => false),
    across: "period",
    measure: "share",
    constants: kind === "supply" && !roles.includes("unit") ? { unit: "eur" } : {},
  };
  if (kind !== "supply") return match;
  const sides: [Across, (name: string) => boolean][] = [
    ["period", (name) => readPeriod(name, known.sharePeriod) !== undefined],
    ["product_area", (name) => isNamed(known.productAreas, name)],
    ["site", (name) => isNamed(known.sites, name)],
  ];
  for (const [across, fits] of sides) {
    const columns = names.flatMap((name, column) =>
      roles[column] === null || names[column]?.includes(" ")
        ? fits(acrossOf(name).name)
          ? [column]
          : []
        : [],
    );
    if (columns.length === 0 || (columns.length === 1 && across !== "period")) continue;
    match.across = across;
    for (const column of columns) roles[column] = "across";
    // What stands side by side stands in no column of its own besides.
    roles.forEach((role, column) => {
      if (role === across) roles[column] = null;
    });
    const measured = names.findIndex((name) =>
      ["grosse", "kennzahl", "messgrosse", "measure", "figure"].includes(plainWord(name)),
    );
    if (measured >= 0) roles[measured] = "measure";
    break;
  }
  return match;
}

/** The row in which most names are known, and how many. */
function bestHead(kind: Kind, rows: readonly Cell[][], known: Known) {
  const score = (row: readonly Cell[]) => {
    const names = row.map((cell) => oneLine(textOf(cell)));
    const { roles } = presetMatch(kind, names, known);
    return roles.filter((role) => role !== null).length;
  };
  const first = rows.slice(0, 30).map((row, at) => ({ at, score: score(row) }));
  return first.reduce((best, one) => (one.score > best.score ? one : best), { at: -1, score: 0 });
}

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
  return { at: best.at >= 0 ? best.at : Math.max(0, filled), lines: 1 };
}

// What somebody said once of a file of that make is proposed the next time.

interface Remembered {
  match: Match;
  format: Format;
}
type Matches = Record<string, Remembered>;

const place = "takt-import-matches";
const most = 40;
const areMatches = (value: unknown): value is Matches =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const allMatches = () => kept<Matches>(place, {}, areMatches);
const keyOf = (account: string, kind: Kind, names: readonly string[]) =>
  [account, kind, ...names.map(plainWord)].join("|");

export function rememberedMatch(account: string, kind: Kind, names: readonly string[]) {
  const found = allMatches()[keyOf(account, kind, names)];
  return found?.match?.roles?.length === names.length ? found : undefined;
}

export function rememberMatch(
  account: string,
  kind: Kind,
  names: readonly string[],
  match: Match,
  format: Format,
) {
  const key = keyOf(account, kind, names);
  const { [key]: _, ...others } = allMatches();
  const all = [...Object.entries(others), [key, { match, format }] as const].slice(-most);
  try {
    localStorage.setItem(place, JSON.stringify(Object.fromEntries(all)));
  } catch {
    // A browser that keeps nothing asks again.
  }
}
