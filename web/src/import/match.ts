import type { Schemas } from "../api/client";
import { mappingOf } from "../paste/columns";
import { plainWord } from "../paste/table";
import { type PeriodRead, readPeriod } from "../supply/read-period";
import { type Cell, isBlank, textOf } from "./cells";
import { isConfidenceWord } from "./confidence";
import { namesDay } from "./days";
import { columnsOf, fieldOf, fieldsOf, type ImportField, type Kind, type ReadAs } from "./fields";
import { readNumber } from "./format";
import { readOutline } from "./outline";
import { type Factor, withoutScale } from "./scale";

/** Where the names of the columns stand: from which row, counted from 0, and in how many. */
export interface Head {
  at: number;
  lines: 1 | 2;
}

/** What stands side by side in several columns of a kind: what their heads name, and the figures below them. */
const sides = {
  supply: {
    acrosses: ["period", "product_area", "site"],
    measures: ["share", "volume", "demand"],
  },
  check_ins: { acrosses: ["on"], measures: ["value", "confidence", "progress"] },
} as const satisfies Partial<
  Record<Kind, { acrosses: readonly ImportField[]; measures: readonly ImportField[] }>
>;
type Side = (typeof sides)[keyof typeof sides];
export type Across = Side["acrosses"][number];
export type Measure = Side["measures"][number];
export interface Sides {
  acrosses: readonly [Across, ...Across[]];
  measures: readonly [Measure, ...Measure[]];
}
export const sidesOf = (kind: Kind): Sides | undefined =>
  kind === "supply" || kind === "check_ins" ? sides[kind] : undefined;

/** Whether rows are of key results below their objectives. */
export const isOfPlan = (kind: Kind) => kind === "plan" || kind === "check_ins";

/** What a column holds: a field; which figure its row is of; one of several figures side by side; or objectives and key results below each other. */
export type Role = ImportField | "measure" | "across" | "outline";

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
  /** By what somebody says that amounts are multiplied. */
  factors: Factors;
}

export type Factors = Partial<Record<ImportField, Factor>>;

export type Format = Schemas["CellFormatInput"];

/** A word that was parted at the end of a line is whole again. */
const oneLine = (text: string) =>
  text
    .replace(/(\p{L})-\s*\n\s*(?=\p{Ll})/gu, "$1")
    .replace(/\s+/g, " ")
    .trim();

function joined(upper: string, lower: string) {
  // What is merged over both rows stands in each.
  if (upper === lower) return upper;
  return oneLine(upper.endsWith("-") ? `${upper}\n${lower}` : `${upper} ${lower}`);
}

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
    return joined(above, oneLine(textOf(lower[column])));
  });
}

/** The figure of that name. */
export const measureCalled = (text: string, kind: Kind) => {
  const plain = plainWord(withoutScale(text)).replace(/ (?:t|teur|eur|in|stk|stuck|k)$/, "");
  return sidesOf(kind)?.measures.find((measure) => {
    const { words = [], weak = [] } = fieldOf(kind, measure) ?? {};
    return words.includes(plain) || weak.includes(plain);
  });
};

/** "Umsatz Q3 2026" is the volume of Q3 2026, "KW 27 Konfidenz" the confidence of that week. */
export function acrossOf(name: string, kind: Kind = "supply"): { name: string; measure?: Measure } {
  const words = name.split(" ");
  // "Umsatz T€ Q1/24": what belongs to the figure goes with it.
  for (let at = words.length - 1; at > 0; --at) {
    const [left, right] = [words.slice(0, at).join(" "), words.slice(at).join(" ")];
    const [first, last] = [measureCalled(left, kind), measureCalled(right, kind)];
    if (first) return { name: right, measure: first };
    if (last) return { name: left, measure: last };
  }
  return { name };
}

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
  kpis: readonly { name: string; unit: string }[];
  sharePeriod: Schemas["Period"];
}

/** "Antriebe Umsatz", "Antriebe Bedarf", "Steuerungen Umsatz" …: figures that are told of each of several things, known or not. */
function areOfSeveral(names: readonly string[], kind: Kind): (name: string) => boolean {
  const told = new Map<string, Set<Measure>>();
  for (const one of names) {
    const { name, measure } = acrossOf(one, kind);
    if (measure) told.set(name, (told.get(name) ?? new Set()).add(measure));
  }
  const all = [...told.values()];
  const alike = all.every(({ size }) => size > 1 && size === all[0]?.size);
  return all.length > 1 && alike ? (name) => told.has(name) : () => false;
}

const isNamed = (things: readonly { name: string }[], text: string) =>
  things.some(({ name }) => plainWord(name) === plainWord(text));

/** Heads of one column in which objectives and key results stand below each other. */
const outlineHeads = new Set([
  ...["okr", "okrs", "objective key result", "objectives key results", "objective kr"],
  ...["objectives und key results", "objective und key result", "objectives and key results"],
  ...["ziel schlusselergebnis", "ziele schlusselergebnisse", "ziele und schlusselergebnisse"],
  ...["ziele und key results", "ziel key result", "ziele key results"],
]);

export const isNumber = (cell: Cell) =>
  typeof cell === "number" ||
  (["comma", "point"] as const).some((sign) => readNumber(textOf(cell), sign) !== undefined);

/** Whether most cells are such that a word of several meanings means this. */
function fits(as: ReadAs | undefined, cells: readonly Cell[]) {
  const isOne = (cell: Cell) => {
    if (as === "number") return isNumber(cell);
    if (as === "day") return namesDay(textOf(cell));
    if (as === "confidence") return isConfidenceWord(cell) || isNumber(cell);
    return !isNumber(cell) && /\p{L}{3}/u.test(textOf(cell));
  };
  const said = cells.filter((cell) => !isBlank(cell)).slice(0, 20);
  return said.filter(isOne).length * 2 >= said.length;
}

/** The fields that the names of the columns mean, but those that are `given`. */
function fieldsCalled(
  kind: Kind,
  names: readonly string[],
  below: readonly (readonly Cell[])[],
  given: readonly ImportField[] = [],
) {
  const isOpen = (field: string) => !given.some((one) => one === field);
  const columns = columnsOf(kind).filter(({ key }) => isOpen(key));
  const roles = mappingOf(columns, names, true, names.length) as (Role | null)[];
  for (const { field, as, weak = [] } of fieldsOf(kind)) {
    if (roles.includes(field) || !isOpen(field)) continue;
    const column = names.findIndex(
      (name, at) =>
        roles[at] === null &&
        weak.includes(plainWord(withoutScale(name)).replace(/ (?:20)?\d\d$/, "")) &&
        fits(
          as,
          below.map((row) => row[at] ?? null),
        ),
    );
    if (column >= 0) roles[column] = field;
  }
  return roles;
}

function presetRoles(kind: Kind, names: readonly string[], below: readonly (readonly Cell[])[]) {
  if (!isOfPlan(kind)) return fieldsCalled(kind, names, below);
  const outline = names.findIndex((name) => outlineHeads.has(plainWord(name)));
  if (outline >= 0) {
    const roles = fieldsCalled(kind, names, below, ["objective", "key_result"]);
    roles[outline] = "outline";
    return roles;
  }
  const roles = fieldsCalled(kind, names, below);
  const titles = roles.flatMap((role, at) =>
    role === "objective" || role === "key_result" ? [at] : [],
  );
  const [title, ...more] = titles;
  if (title !== undefined && more.length === 0) {
    const read = readOutline(below, title, roles);
    const [first, ...others] = below.flatMap((row) => read(row) ?? []);
    if (first?.isObjective && others.some(({ isObjective }) => !isObjective))
      roles[title] = "outline";
  }
  return roles;
}

/** Whether a blank seems to mean what stands above it: the objective, most of all, is said but once. */
function isSaidOnce(
  roles: readonly (Role | null)[],
  column: number,
  below: readonly (readonly Cell[])[],
) {
  const role = roles[column] ?? null;
  const says = (row: readonly Cell[], of: Role) => {
    const at = roles.indexOf(of);
    return at >= 0 && !isBlank(row[at]);
  };
  return below.some((row) => {
    if (!isBlank(row[column])) return false;
    if (role === "objective" || role === "cycle") return row.some((cell) => !isBlank(cell));
    return role === "key_result" && !says(row, "objective") && says(row, "value");
  });
}

/** The day that a sheet says above its head that it is of: "Stand: 24.11.26". */
function dayAbove(above: readonly (readonly Cell[])[]) {
  for (const row of above) {
    const text = oneLine(row.map(textOf).join(" "));
    const [, after = ""] = /(?:^|\s)(?:Stand|as of|Datum|Date)\s?:? (.+)/i.exec(text) ?? [];
    const words = after.split(" ");
    const day = [1, 2, 3]
      .map((most) =>
        words
          .slice(0, most)
          .join(" ")
          .replace(/[,;)]+$/, ""),
      )
      .findLast(namesDay);
    if (day) return day;
  }
  return undefined;
}

function presetConstants(
  kind: Kind,
  roles: readonly (Role | null)[],
  above: readonly (readonly Cell[])[],
): Match["constants"] {
  if (kind === "supply" && !roles.includes("unit")) return { unit: "eur" };
  const on = kind === "check_ins" && !roles.includes("on") ? dayAbove(above) : undefined;
  return on ? { on } : {};
}

/** What the columns seem to hold, by their names, and by what stands `below` and `above` them. */
export function presetMatch(
  kind: Kind,
  names: readonly string[],
  known: Known,
  below: readonly (readonly Cell[])[] = [],
  above: readonly (readonly Cell[])[] = [],
): Match {
  const roles = presetRoles(kind, names, below);
  const sides = sidesOf(kind);
  const match: Match = {
    roles,
    fillDown: names.map((_, column) => isOfPlan(kind) && isSaidOnce(roles, column, below)),
    across: sides?.acrosses[0] ?? "period",
    measure: sides?.measures[0] ?? "share",
    constants: presetConstants(kind, roles, above),
    factors: {},
  };
  // "Competitor Spend" is no competitor's name.
  if (kind === "supply")
    roles.forEach((role, column) => {
      if (role === "competitor" && isFigureOf(names[column] ?? "", known)) roles[column] = null;
    });
  const isOne = areOfSeveral(names, kind);
  const fitting = (across: Across): ((name: string) => boolean) => {
    if (across === "period") return (name) => readPeriod(name, known.sharePeriod) !== undefined;
    if (across === "on") return namesDay;
    // What has a column of its own does not stand side by side.
    const isNew = roles.includes(across) ? () => false : isOne;
    const things = across === "site" ? known.sites : known.productAreas;
    return (name) => isNamed(things, name) || isNew(name);
  };
  for (const across of sides?.acrosses ?? []) {
    const fits = fitting(across);
    const columns = names.flatMap((name, column) =>
      roles[column] === null || names[column]?.includes(" ")
        ? fits(acrossOf(name, kind).name)
          ? [column]
          : []
        : [],
    );
    const isTime = across === "period" || across === "on";
    if (columns.length === 0 || (columns.length === 1 && !isTime)) continue;
    match.across = across;
    for (const column of columns) roles[column] = "across";
    // What stands side by side stands in no column of its own besides: that adds it up.
    roles.forEach((role, column) => {
      if (role === across || (kind === "supply" && sides?.measures.some((one) => one === role)))
        roles[column] = null;
    });
    const measured = names.findIndex((name) =>
      ["grosse", "kennzahl", "messgrosse", "measure", "figure"].includes(plainWord(name)),
    );
    if (measured >= 0 && kind === "supply") roles[measured] = "measure";
    break;
  }
  return match;
}

/** How the check-ins beside a plan are matched: as the plan was, and what it has no use for by itself. */
export function asCheckIns(plan: Match, preset: Match): Match {
  const shared: (Role | null)[] = ["outline", "objective", "key_result", "cycle"];
  return {
    ...preset,
    roles: preset.roles.map((role, column) => {
      const planned = plan.roles[column] ?? null;
      return shared.includes(planned) ? planned : shared.includes(role) ? null : role;
    }),
    fillDown: preset.fillDown.map((own, column) => own || (plan.fillDown[column] ?? false)),
    constants: {
      ...preset.constants,
      ...(plan.constants.cycle && { cycle: plan.constants.cycle }),
    },
  };
}

/** "Competitor Spend", "Competitor Drives": whose figures they are, not who it is. */
function isFigureOf(name: string, { sites, productAreas }: Known) {
  const [, ...rest] = name.split(" ");
  const of = rest.join(" ");
  return (
    acrossOf(name).measure !== undefined ||
    measureCalled(of, "supply") !== undefined ||
    isNamed([...sites, ...productAreas], of)
  );
}

/** The one period that a title names, such as "Lieferanteile Q3 2026"; days are none. */
export function periodIn(titles: readonly string[], usual: Schemas["Period"]) {
  const found = new Map<string, PeriodRead>();
  for (const title of titles) {
    const words = title.split(/[\s,;:()_|]+/).filter((word) => word && !isDay(word));
    for (let from = 0; from < words.length; ++from)
      for (const length of [3, 2, 1]) {
        const text = words.slice(from, from + length).join(" ");
        const period = from + length <= words.length ? readPeriod(text, usual) : undefined;
        if (!period) continue;
        found.set(periodText(period), period);
        from += length - 1;
        break;
      }
  }
  // "Planung 2026, Stand Q3 2026": a year says less.
  const all = [...found.values()];
  const finer = all.filter(({ period }) => period !== "year");
  const [only, ...others] = finer.length > 0 ? finer : all;
  return only && others.length === 0 ? periodText(only) : undefined;
}
const isDay = (word: string) => /^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}$/.test(word);

/** Of which period all rows are, where no column says it, but a title above them does. */
export function withTitle(
  match: Match,
  titles: readonly string[],
  usual: Schemas["Period"],
): Match {
  if (
    match.roles.includes("period") ||
    (match.roles.includes("across") && match.across === "period")
  )
    return match;
  const period = periodIn(titles, usual);
  return period ? { ...match, constants: { ...match.constants, period } } : match;
}
