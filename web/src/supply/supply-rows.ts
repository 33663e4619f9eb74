import i18next from "i18next";
import type { Schemas } from "../api/client";
import { formatNumber, perCent } from "../app/format";
import { readNumber } from "../number/read-number";
import type { Column } from "../paste/columns";
import { firstNames, siteUnknown } from "../paste/contact-rows";
import { namedLike, nearNames, plainWord } from "../paste/table";
import type { Judge, PastedRow, ToWrite, Verdict, Wrong } from "../paste/verdict";
import type { Member } from "./grid-cell";
import { periodName } from "./period-name";
import { type PeriodRead, readPeriod } from "./read-period";
import type { Period } from "./supply-query";

interface CellPlace extends PeriodRead {
  site: string | null;
  productArea: string;
}

/** What one row says of a cell of the grid of a period. */
export interface PastedCell extends CellPlace {
  /** The column that it was read from. */
  key: string;
  entered: Read;
  estimated: boolean;
}

type Read = Partial<Record<Member, number>>;

const memberWords: Record<Member, readonly string[]> = {
  volume: [
    "unser volumen",
    "volumen",
    "umsatz",
    "unser umsatz",
    "menge",
    "our volume",
    "volume",
    "sales",
    "revenue",
    "turnover",
  ],
  demand: ["gesamtbedarf", "bedarf", "potenzial", "total demand", "demand", "potential"],
  share: ["lieferanteil", "anteil", "share of supply", "share", "sow"],
};
const members: Member[] = ["volume", "demand", "share"];

/** The key of a column that holds one period: what its cells say is told by the row or by `measure`. */
const keyOf = ({ period, startsOn }: PeriodRead) => `${period} ${startsOn}`;
const periodOf = (key: string): PeriodRead | undefined => {
  const [period, startsOn] = key.split(" ");
  return startsOn ? { period: period as Period, startsOn } : undefined;
};

export const isOfPeriod = ({ key }: Column) => periodOf(key) !== undefined;

/** The columns that there may be; a period at the head of a column makes one of its own. */
export function supplyColumns(head: readonly string[], usual: Period): Column[] {
  const columns: Column[] = [
    {
      key: "site",
      label: i18next.t("paste.site"),
      words: ["standort", "werk", "site", "plant", "location"],
    },
    {
      key: "area",
      label: i18next.t("paste.area"),
      words: ["produktbereich", "pb", "bereich", "produkt", "product area", "area", "product"],
    },
    {
      key: "period",
      label: i18next.t("paste.period"),
      words: [
        "zeitraum",
        "quartal",
        "periode",
        "monat",
        "jahr",
        "period",
        "quarter",
        "month",
        "year",
      ],
    },
    ...members.map((member) => ({
      key: member,
      label: i18next.t(`paste.member.${member}`),
      words: memberWords[member],
    })),
    {
      key: "measure",
      label: i18next.t("paste.measure"),
      words: ["grosse", "kennzahl", "wert", "messgrosse", "measure", "figure", "value"],
    },
  ];
  // Where an entry stands, a year is a number: periods make columns only where there are several.
  const periods = head.flatMap((cell) => {
    const read = readPeriod(cell, usual);
    return read ? [{ read, word: plainWord(cell) }] : [];
  });
  if (periods.length > 1)
    for (const { read, word } of periods)
      columns.push({
        key: keyOf(read),
        label: periodName(read.period, read.startsOn),
        words: [word],
      });
  return columns;
}

interface Known {
  sites: readonly { id: string; name: string }[];
  areas: readonly { id: string; name: string }[];
  records: readonly Schemas["SupplyRecord"][];
  usual: Period;
  /** What stands below periods where no column says it. */
  measure: Member;
  /** Whether a share without a volume is an estimate. */
  estimated: boolean;
}

const whole = new Set([
  "",
  "alle",
  "alle standorte",
  "gesamt",
  "summe",
  "all",
  "all sites",
  "total",
]);

const none = /^\s*[-–—−]?\s*$/;

/** The figures of a cell, each with the column that it stands in. */
type Figures = Partial<Record<Member, { key: string; text: string }>>;

export const judgeSupply =
  (known: Known): Judge<PastedCell> =>
  (rows) => {
    const seen = new Map<string, number>();
    return withoutDemand(
      rows.map((row) => judgeRow(row, known, seen)),
      known,
    );
  };

function judgeRow(row: PastedRow, known: Known, seen: Map<string, number>): Verdict<PastedCell> {
  const wrong: Wrong[] = [];
  const doubts: string[] = [];
  const { sites, areas } = known;
  const siteText = row.of("site");
  const site = whole.has(plainWord(siteText)) ? null : namedLike(sites, siteText);
  if (site === undefined) wrong.push({ key: "site", says: siteUnknown(sites, siteText) });
  const areaText = row.of("area");
  const area = areaText || areas.length > 1 ? namedLike(areas, areaText) : areas[0];
  if (!area) wrong.push({ key: "area", says: areaUnknown(areas, areaText) });

  const cells: { at: PeriodRead; figures: Figures }[] = [];
  const wide = periodsOf(row);
  if (wide.length > 0) {
    const text = row.of("measure");
    const member = text
      ? members.find((one) => memberWords[one].some((word) => isCalled(text, word)))
      : known.measure;
    if (member)
      for (const { key, at } of wide)
        cells.push({ at, figures: { [member]: { key, text: row.of(key) } } });
    else wrong.push({ key: "measure", says: measureUnknown(text) });
  } else {
    const text = row.of("period");
    const at = readPeriod(text, known.usual);
    if (at)
      cells.push({
        at,
        figures: Object.fromEntries(
          members
            .filter((member) => row.has(member))
            .map((member) => [member, { key: member, text: row.of(member) }]),
        ),
      });
    else
      wrong.push({
        key: "period",
        says: text
          ? i18next.t("paste.noPeriod", { value: text, example: "Q4 2026" })
          : i18next.t("paste.lacks.period", { example: "Q4 2026" }),
      });
  }
  const items = cells.flatMap(({ at, figures }) => {
    const read = readFigures(figures, wrong, doubts);
    if (!read || site === undefined || !area) return [];
    const where = `${at.period} ${at.startsOn}/${site?.id ?? ""}/${area.id}`;
    const first = members
      .map((member) => figures[member])
      .find((one) => one && !none.test(one.text));
    const wideKey = `${where}/${wide.length > 0 ? Object.keys(figures)[0] : ""}`;
    const twin = seen.get(wideKey);
    if (twin !== undefined) {
      wrong.push({ key: first?.key ?? "site", says: i18next.t("paste.cellTwice", { line: twin }) });
      return [];
    }
    seen.set(wideKey, row.line);
    return [cellOf(read, at, site, area, first?.key ?? "site", known, doubts)];
  });
  if (wrong.length === 0 && items.length === 0)
    return { items, wrong, doubts, known: i18next.t("paste.nothing") };
  return { items: wrong.length > 0 ? [] : items, wrong, doubts };
}

const isCalled = (text: string, word: string) => {
  const plain = plainWord(text);
  return plain === word || plain.startsWith(`${word} `);
};

const periodsOf = (row: PastedRow) =>
  row.keys().flatMap((key) => {
    const at = periodOf(key);
    return at ? [{ key, at }] : [];
  });

function areaUnknown(areas: Known["areas"], value: string) {
  if (!value) return i18next.t("paste.lacks.area", { names: firstNames(areas) });
  const near = nearNames(
    areas.map(({ name }) => name),
    value,
  )[0];
  return near
    ? i18next.t("paste.near", { value, near })
    : i18next.t("paste.noArea", { value, names: firstNames(areas) });
}

const measureUnknown = (value: string) =>
  i18next.t("paste.noChoice", {
    value,
    choices: members.map((member) => i18next.t(`paste.member.${member}`)).join(", "),
  });

/** The figures as numbers; nothing where none was entered. What is none, or can't be, is said. */
function readFigures(figures: Figures, wrong: Wrong[], doubts: string[]): Read | undefined {
  const read: Read = {};
  const before = wrong.length;
  for (const member of members) {
    const figure = figures[member];
    if (!figure || none.test(figure.text)) continue;
    const { key, text } = figure;
    const name = i18next.t(`paste.member.${member}`);
    const number = readNumber(text, i18next.language);
    if (!number || number.value === null) {
      const example = member === "share" ? formatNumber(38.5) : formatNumber(260);
      wrong.push({ key, says: i18next.t("paste.noFigure", { name, value: text, example }) });
      continue;
    }
    const { value, other } = number;
    if (value < 0) wrong.push({ key, says: i18next.t("paste.negative", { name, value: text }) });
    else if (member === "share" && value > 100)
      wrong.push({ key, says: i18next.t("paste.aboveAll", { value: text }) });
    if (other !== undefined)
      doubts.push(
        i18next.t("paste.readAs", {
          value: text,
          read: formatNumber(value),
          other: formatNumber(other),
        }),
      );
    if (member === "share" && value > 0 && value <= 1 && !text.includes("%"))
      doubts.push(
        i18next.t("paste.smallShare", {
          value: text,
          read: perCent(value),
          other: perCent(value * 100),
        }),
      );
    read[member] = value;
  }
  if (wrong.length > before) return undefined;
  const { volume, demand, share } = read;
  if (volume === undefined && demand === undefined && share === undefined) return undefined;
  if (volume !== undefined && demand !== undefined && volume > demand) {
    wrong.push({
      key: figures.volume?.key ?? "volume",
      says: i18next.t("paste.aboveDemand", {
        value: formatNumber(volume),
        demand: formatNumber(demand),
      }),
    });
    return undefined;
  }
  return read;
}

function cellOf(
  entered: Read,
  { period, startsOn }: PeriodRead,
  site: { id: string } | null,
  area: { id: string },
  key: string,
  { records, estimated }: Known,
  doubts: string[],
): PastedCell {
  const where = { period, startsOn, site: site?.id ?? null, productArea: area.id };
  const guessed = entered.share !== undefined && entered.volume === undefined && estimated;
  const doubt = (says: string) => {
    if (!doubts.includes(says)) doubts.push(says);
  };
  if (guessed) doubt(i18next.t("paste.onlyShare"));
  if (records.some(isAt(where))) doubt(i18next.t("paste.replaces"));
  return { ...where, key, entered, estimated: guessed };
}

const isAt = (where: CellPlace) => (record: CellPlace) =>
  record.period === where.period &&
  record.startsOn === where.startsOn &&
  record.site === where.site &&
  record.productArea === where.productArea;

const placeOf = ({ period, startsOn, site, productArea }: CellPlace) =>
  `${period} ${startsOn}/${site ?? ""}/${productArea}`;

/** What is said of one cell, whatever the rows that it stands in. */
interface Merged {
  place: CellPlace;
  entered: Read;
  estimated: boolean;
  from: { row: number; key: string }[];
}

export function merged(items: readonly ToWrite<PastedCell>[]): Merged[] {
  const cells = new Map<string, Merged>();
  for (const { row, item } of items) {
    const { key, entered, estimated, ...place } = item;
    const cell = cells.get(placeOf(place)) ?? { place, entered: {}, estimated: false, from: [] };
    cell.entered = { ...cell.entered, ...entered };
    cell.estimated ||= estimated;
    cell.from.push({ row, key });
    cells.set(placeOf(place), cell);
  }
  return [...cells.values()];
}

const lacksDemand = ({ entered }: Merged, record: Schemas["SupplyRecord"] | undefined) =>
  entered.volume !== undefined &&
  (entered.demand ?? record?.demand ?? entered.share ?? record?.share ?? null) === null;

/** A volume says nothing without what it is a part of; that may stand in another row. */
function withoutDemand(verdicts: Verdict<PastedCell>[], { records }: Known) {
  const items = verdicts.flatMap(({ items }, row) => items.map((item) => ({ row, item })));
  for (const cell of merged(items)) {
    if (!lacksDemand(cell, records.find(isAt(cell.place)))) continue;
    for (const { row, key } of cell.from)
      verdicts[row]?.wrong.push({ key, says: i18next.t("paste.noDemand") });
  }
  for (const verdict of verdicts) if (verdict.wrong.length > 0) verdict.items = [];
  return verdicts;
}
