// @vitest-environment happy-dom
import { beforeAll, beforeEach, expect, it } from "vitest";
import { speak } from "../testing/stage";
import type { Cell } from "./cells";
import { presetHead, presetSheet, withLines } from "./find-head";
import { presetFormat, readDay, readNumber, readShare } from "./format";
import { listForm } from "./list-form";
import { acrossOf, type Format, namesOf, periodIn, presetMatch } from "./match";
import { rememberedMatch, rememberMatch } from "./remembered-match";
import { samplesOf } from "./samples";

beforeAll(() => speak("de"));
beforeEach(() => localStorage.clear());

const known = {
  sites: [{ name: "Gütersloh" }, { name: "Oelde" }],
  productAreas: [{ name: "Dichtungen" }, { name: "Ventile" }],
  kpis: [],
  sharePeriod: "quarter" as const,
};

function supply(rows: Cell[][], edits = new Map<string, string>(), change = {}) {
  const head = presetHead("supply", rows, known);
  const names = namesOf(rows, head);
  const match = { ...presetMatch("supply", names, known), ...change };
  return listForm({ kind: "supply", rows, head, match, edits, sharePeriod: "quarter" });
}
/** Line and what its cells say, by field. */
const told = ({ fields, rows }: ReturnType<typeof listForm>) =>
  rows.map(({ line, cells }) => ({
    line,
    ...Object.fromEntries(
      fields.flatMap((field, at) => (cells[at] === null ? [] : [[field, cells[at]]])),
    ),
  }));

it("finds the head below a title, and what its columns hold, in German and in English", () => {
  const german: Cell[][] = [
    ["Lieferanteile Teutonia"],
    [],
    ["Werk", "Produktgruppe", "Quartal", "Umsatz T€", "Gesamtbedarf", "LA", "Rest bei", "x"],
    ["Gütersloh", "Dichtungen", "Q3 2026", 12, 25, 0.4, "Bosch", 1],
  ];
  expect(presetHead("supply", german, known)).toEqual({ at: 2, lines: 1 });
  expect(presetMatch("supply", german[2] as string[], known).roles).toEqual([
    "site",
    "product_area",
    "period",
    "volume",
    "demand",
    "share",
    "rest",
    null,
  ]);
  expect(
    presetMatch("contacts", ["Name", "Title", "Plant", "Role", "Reports to", "Friend/foe"], known)
      .roles,
  ).toEqual(["name", "function", "site", "roles", "reports_to", "attitude"]);
  expect(presetMatch("actions", ["Maßnahme", "Wer", "bis wann"], known).roles).toEqual([
    "title",
    "assignee",
    "due",
  ]);
  expect(presetMatch("kpi_values", ["KPI", "Stichtag", "Ist"], known).roles).toEqual([
    "kpi",
    "on",
    "value",
  ]);
  expect(presetMatch("areas", ["Produktgruppe", "Unsere Stellung"], known).roles).toEqual([
    "name",
    "standing",
  ]);
});

it("takes figures of several things side by side, whether the account has those or not", () => {
  const rows: Cell[][] = [
    ["Teutonia, Q3 2026"],
    ["Werk", "Antriebe", null, "Steuerungen", null],
    [null, "Umsatz", "Bedarf", "Umsatz", "Bedarf"],
    ["Werk Gütersloh", "1200", "3000", "10", "20"],
    ["Werk Oelde", "5", null, "7", "9"],
  ];
  expect(presetHead("supply", rows, known)).toEqual({ at: 1, lines: 2 });
  const told = supply(rows).rows.map(({ line, cells }) => [line, ...cells]);
  expect(told[0]).toEqual([4, "Werk Gütersloh", "Antriebe", null, "1200", "3000", "eur"]);
  expect(told).toHaveLength(4);
  const { roles, across } = presetMatch(
    "supply",
    ["Produktgruppe", "Nord Umsatz", "Nord Bedarf", "Süd Umsatz", "Süd Bedarf"],
    known,
  );
  expect([across, ...roles]).toEqual(["site", "product_area", ...Array(4).fill("across")]);
});

it("takes the row above, not a row of figures, as the other row of names", () => {
  const rows: Cell[][] = [
    [null, "Antriebe", null],
    ["Werk", "Umsatz", "Bedarf"],
    ["Gütersloh", "1.200", "3.000"],
  ];
  expect(withLines(rows, { at: 1, lines: 1 }, 2)).toEqual({ at: 0, lines: 2 });
  expect(withLines(rows, { at: 0, lines: 1 }, 2)).toEqual({ at: 0, lines: 2 });
  expect(withLines(rows, { at: 0, lines: 2 }, 1)).toEqual({ at: 1, lines: 1 });
});

it("knows the columns of the lists that Takt writes itself", () => {
  const unknown = (kind: Parameters<typeof presetMatch>[0], names: string[]) =>
    presetMatch(kind, names, known).roles.flatMap((role, at) => (role === null ? [names[at]] : []));
  expect(
    unknown("supply", [
      ...["Site", "Product area", "Period", "Starts on", "Our volume", "Total demand", "Unit"],
      ...["Share of supply", "Estimated", "Rest with", "Contract end", "Source", "Id"],
    ]),
  ).toEqual(["Starts on", "Id"]);
  expect(
    unknown("contacts", [
      ...["Name", "Function", "Site", "Roles", "Influence", "Attitude", "Wanted attitude"],
      ...["Reports to", "Kept in touch by", "Last contact", "Id"],
    ]),
  ).toEqual(["Id"]);
  expect(unknown("kpi_values", ["KPI", "Day", "Value", "Unit", "Source", "Id"])).toEqual([
    "Unit",
    "Id",
  ]);
  expect(unknown("actions", ["Action", "Key Result", "Assignee", "Due", "Done on", "Id"])).toEqual([
    "Id",
  ]);
});

it("joins a head of two rows, the upper one as far as it reaches", () => {
  const rows = [
    ["", "Q3 2026", null, "Q4 2026", null],
    ["Werk", "Umsatz", "Bedarf", "Umsatz", "Bedarf"],
  ];
  expect(namesOf(rows, { at: 0, lines: 2 })).toEqual([
    "Werk",
    "Q3 2026 Umsatz",
    "Q3 2026 Bedarf",
    "Q4 2026 Umsatz",
    "Q4 2026 Bedarf",
  ]);
  expect(acrossOf("Q3 2026 Umsatz")).toEqual({ name: "Q3 2026", measure: "volume" });
  expect(acrossOf("Bedarf Q4/26")).toEqual({ name: "Q4/26", measure: "demand" });
  expect(acrossOf("Q4 2026")).toEqual({ name: "Q4 2026" });
});

it("makes a list of a matrix of sites and areas", () => {
  const table = supply(
    [
      ["Standort", "Dichtungen", "Ventile", "Summe"],
      ["Gütersloh", 0.4, "–", 0.4],
      ["Oelde", 0.2, 0.1, 0.3],
      [null, null, null, null],
      ["alle", 0.3, null, 0.3],
    ],
    new Map(),
    { constants: { period: "Q3 2026" } },
  );
  expect(told(table)).toEqual([
    { line: 2, site: "Gütersloh", product_area: "Dichtungen", share: 0.4, period: "Q3 2026" },
    { line: 3, site: "Oelde", product_area: "Dichtungen", share: 0.2, period: "Q3 2026" },
    { line: 3, site: "Oelde", product_area: "Ventile", share: 0.1, period: "Q3 2026" },
    { line: 5, product_area: "Dichtungen", share: 0.3, period: "Q3 2026" },
  ]);
});

it("makes a list of several periods side by side, each with its figures", () => {
  const table = supply([
    ["Werk", "PB", "Umsatz Q3/26", "Bedarf Q3/26", "Umsatz Okt 26", "Bedarf Okt 26"],
    ["Gütersloh", "Dichtungen", "1.355,90", "3.000", 5, 10],
  ]);
  expect(told(table)).toEqual([
    {
      line: 2,
      site: "Gütersloh",
      product_area: "Dichtungen",
      period: "Q3 2026",
      volume: "1.355,90",
      demand: "3.000",
      unit: "eur",
    },
    {
      line: 2,
      site: "Gütersloh",
      product_area: "Dichtungen",
      period: "2026-10",
      volume: 5,
      demand: 10,
      unit: "eur",
    },
  ]);
});

it("reads of which figure a row is where a column says it, and refuses what it does not know", () => {
  const rows = [
    ["Werk", "PB", "Größe", "Q3 2026", "Q4 2026"],
    ["Oelde", "Ventile", "Umsatz", 5, 6],
    ["Oelde", "Ventile", "Wetter", 7, null],
  ];
  const table = supply(rows);
  expect(
    told(table).map(({ line, ...row }) => ({ line, volume: (row as { volume?: Cell }).volume })),
  ).toEqual([
    { line: 2, volume: 5 },
    { line: 2, volume: 6 },
    { line: 3, volume: undefined },
  ]);
  expect(table.rows[2]?.wrong?.code).toBe("not_a_measure");
});

it("fills what is blank below a merged cell, and takes corrections at their place, of heads, too", () => {
  const rows: Cell[][] = [
    ["Werk", "PB", "Q3 2026", "Q4 2026"],
    ["Oelde", "Ventile", 1, 2],
    [null, "Dichtungen", 3, null],
    [null, null, null, null],
  ];
  const edits = new Map([
    ["1/1", "Dichtungen"],
    ["h/3", "Q1 2027"],
  ]);
  const table = supply(rows, edits, { fillDown: [true, false, false, false] });
  expect(table.rows.map(({ cells }) => cells.slice(0, 3))).toEqual([
    ["Oelde", "Dichtungen", "Q3 2026"],
    ["Oelde", "Dichtungen", "Q1 2027"],
    ["Oelde", "Dichtungen", "Q3 2026"],
  ]);
  expect(table.rows[1]?.places.slice(0, 3)).toEqual(["1/0", "1/1", "h/3"]);
});

it("sends no error of a formula as if it were a name", () => {
  const rows: Cell[][] = [
    ["Name", "Ort"],
    ["#NV", "Oelde"],
    ["Ameise", "#DIV/0!"],
  ];
  const match = presetMatch("sites", ["Name", "Ort"], known);
  const { rows: list } = listForm({
    kind: "sites",
    rows,
    head: { at: 0, lines: 1 },
    match,
    edits: new Map([["2/1", "Oelde"]]),
    sharePeriod: "quarter",
  });
  expect(list.map(({ wrong }) => wrong?.code)).toEqual(["formula_error", undefined]);
});

it.each<[string, Cell[], Format["percent"]]>([
  ["fractions", [0.4, 0.125, 1], "fraction"],
  ["per cent", [40, 12.5, 100], "as_written"],
  ["texts with their sign", ["40 %", "0,5 %"], "as_written"],
  ["nothing but all and nothing", [0, 1], "fraction"],
  ["nothing", [0, null], "as_written"],
  ["fractions with one above all", [0.3, 0.45, 1.2], "fraction"],
  ["fractions as texts", ["0,4", "0,25"], "fraction"],
])("takes %s for what they are", (_, share, percent) => {
  expect(presetFormat({ share }, "de").percent).toBe(percent);
});

it("presets decimal sign and order of days by what shows them beyond doubt", () => {
  expect(presetFormat({ number: ["1.355,90", "1.234"] }, "en").decimalSign).toBe("comma");
  expect(presetFormat({ number: ["1,355.90"] }, "de").decimalSign).toBe("point");
  expect(presetFormat({ number: ["1.234", "12"] }, "de").decimalSign).toBe("comma");
  expect(presetFormat({ day: ["24.11.26"] }, "de").dateOrder).toBe("dmy");
  expect(presetFormat({ day: ["11/24/2026", "1/2/2026"] }, "en").dateOrder).toBe("mdy");
  expect(presetFormat({ day: ["2026/11/24"] }, "de").dateOrder).toBe("ymd");
});

it("shows values as the server reads them", () => {
  expect(readNumber("1.355,90 €", "comma")).toBe(1355.9);
  expect(readNumber("1'234.50", "point")).toBe(1234.5);
  expect(readNumber("−5", "comma")).toBe(-5);
  expect(readNumber("(5)", "comma")).toBe(-5);
  expect(readNumber("5-", "comma")).toBe(-5);
  expect(readNumber("1,234.5", "comma")).toBeUndefined();
  expect(readNumber("12.34", "comma")).toBeUndefined();
  expect(readDay("24.11.26", "dmy")).toBe("2026-11-24");
  expect(readDay("24.11.26", "mdy")).toBeUndefined();
  expect(readDay("2026-11-24", "mdy")).toBe("2026-11-24");
  const format: Format = { decimalSign: "comma", dateOrder: "dmy", percent: "fraction" };
  expect(readShare("40 %", format)).toBe(0.4);
  expect(readShare(0.4, format)).toBe(0.4);
  expect(readShare(40, { ...format, percent: "as_written" })).toBe(0.4);
});

it("takes samples of figures that stand side by side, too", () => {
  const rows: Cell[][] = [
    ["Werk", "Q3 2026", "Q4 2026"],
    ["Oelde", "40", "0,5"],
  ];
  const head = { at: 0, lines: 1 } as const;
  const names = namesOf(rows, head);
  const match = presetMatch("supply", names, known);
  expect(samplesOf("supply", rows, head, match, names).share).toEqual(["40", "0,5"]);
});

it("remembers the match per account, kind and names of columns", () => {
  const names = ["Werk", "Zahl"];
  const match = presetMatch("supply", names, known);
  const format: Format = { decimalSign: "point", dateOrder: "mdy", percent: "fraction" };
  rememberMatch("a", "supply", names, match, format);
  expect(rememberedMatch("a", "supply", ["werk", "ZAHL "])).toEqual({
    match,
    format,
    scales: {},
  });
  expect(rememberedMatch("b", "supply", names)).toBeUndefined();
  expect(rememberedMatch("a", "sites", names)).toBeUndefined();
  localStorage.setItem("takt-import-matches", "[]");
  expect(rememberedMatch("a", "supply", names)).toBeUndefined();
});

it("takes what a file shows over what was before, and what was before where it shows nothing", () => {
  const before: Format = { decimalSign: "point", dateOrder: "dmy", percent: "as_written" };
  const american = { day: ["04/13/2026", "03/04/2026"], number: ["1,234.5"], share: [0.305] };
  expect(presetFormat(american, "de", { ...before, decimalSign: "comma" })).toEqual({
    decimalSign: "point",
    dateOrder: "mdy",
    percent: "fraction",
  });
  expect(presetFormat({ day: ["03/04/2026"], number: ["12"] }, "de", before)).toEqual(before);
  // A day of a workbook is none of them.
  expect(presetFormat({ day: ["2026-04-13", "12.03.2026"] }, "de").dateOrder).toBe("dmy");
});

it("takes the unit beside a figure for part of it, not of the period", () => {
  expect(acrossOf("Umsatz T€ Q1/24")).toEqual({ name: "Q1/24", measure: "volume" });
  expect(acrossOf("Q1/24 Umsatz")).toEqual({ name: "Q1/24", measure: "volume" });
});

it("opens the sheet that fits what is brought in", () => {
  const shares = {
    rows: [["Standort", "Produktbereich", "Zeitraum"], ...Array(9).fill(["a", "b", "Q1 2026"])],
  };
  const signals = {
    rows: [
      ["Signal", "beobachtet am", "Thema"],
      ["Preisrunde", "2026-01-02", "Preisdruck"],
    ],
  };
  expect(presetSheet("signals", [shares, signals], known)).toBe(1);
  expect(presetSheet("supply", [signals, shares], known)).toBe(1);
  expect(presetSheet(undefined, [shares, signals], known)).toBe(0);
});

it("leaves sums out, but nothing whose title only begins like one", () => {
  const below = (kind: "supply" | "signals", names: string[], rows: Cell[][]) =>
    listForm({
      kind,
      rows: [names, ...rows],
      head: { at: 0, lines: 1 },
      match: presetMatch(kind, names, known),
      edits: new Map(),
      sharePeriod: "quarter",
    });
  const shares = below(
    "supply",
    ["Werk", "PB", "Quartal", "LA"],
    [
      ["Oelde", "Ventile", "Q3 2026", 40],
      ["Summe Oelde", null, "Q3 2026", 40],
      ["Quelle: SAP", null, null, null],
    ],
  );
  expect([shares.rows.length, shares.leftOut]).toEqual([1, 2]);
  const signals = below("signals", ["Signal"], [["Summe der Reklamationen steigt"], ["Summe"]]);
  expect([signals.rows.length, signals.leftOut]).toEqual([1, 1]);
});

it("takes days as the months that their column or the others beside them tell", () => {
  const periods = (rows: Cell[][]) =>
    told(supply(rows)).map((row) => (row as { period?: Cell }).period);
  expect(
    periods([
      ["Monat", "PB", "LA"],
      ["2026-11-30", "Ventile", 40],
    ]),
  ).toEqual(["2026-11"]);
  expect(
    periods([
      ["Stand", "PB", "LA"],
      ["2026-10-01", "Ventile", 40],
      [46327, "Ventile", 41],
    ]),
  ).toEqual(["2026-10", "2026-11"]);
  expect(
    periods([
      ["PB", "2026-10-01", "2026-11-01"],
      ["Ventile", 40, 41],
    ]),
  ).toEqual(["2026-10", "2026-11"]);
});

it("takes the period of all rows from the title above them, if that names one", () => {
  expect(periodIn(["Lieferanteile Teutonia, Q3 2026", "Stand: 24.11.26"], "quarter")).toBe(
    "Q3 2026",
  );
  expect(periodIn(["Planung 2026", "Anteile_Oktober_2026"], "quarter")).toBe("2026-10");
  expect(periodIn(["Q3 2026", "Q4 2026"], "quarter")).toBeUndefined();
  expect(periodIn(["Stand 30.09.2026"], "quarter")).toBeUndefined();
});
