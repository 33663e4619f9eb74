// @vitest-environment happy-dom
import { beforeAll, beforeEach, expect, it } from "vitest";
import { speak } from "../testing/stage";
import type { Cell } from "./cells";
import { readConfidence } from "./confidence";
import type { Kind } from "./fields";
import { presetHead } from "./find-head";
import { presetFormat } from "./format";
import { listForm } from "./list-form";
import { asCheckIns, type Match, namesOf, presetMatch } from "./match";
import { rememberedMatch, rememberMatch } from "./remembered-match";
import { samplesOf } from "./samples";

beforeAll(() => speak("de"));
beforeEach(() => localStorage.clear());

const known = { sites: [], productAreas: [], kpis: [], sharePeriod: "quarter" as const };

function matched(kind: Kind, rows: Cell[][]) {
  const head = presetHead(kind, rows, known);
  const names = namesOf(rows, head);
  const [above, below] = [rows.slice(0, head.at), rows.slice(head.at + head.lines)];
  return { head, names, match: presetMatch(kind, names, known, below, above) };
}

/** Line and what its cells say, by field; matched without any correction. */
function told(kind: Kind, rows: Cell[][], change: Partial<Match> = {}) {
  const { head, match } = matched(kind, rows);
  const list = listForm({
    ...{ kind, rows, head, match: { ...match, ...change } },
    ...{ edits: new Map(), sharePeriod: "quarter" },
  });
  return list.rows.map(({ line, cells }) => ({
    line,
    ...Object.fromEntries(
      list.fields.flatMap((field, at) => (cells[at] === null ? [] : [[field, cells[at]]])),
    ),
  }));
}

const flatGerman: Cell[][] = [
  ["OKR Kessler 2026", null, null, null, null, null, null, null, null],
  [null, "Stand: 24.11.26", null, null, null, null, null, null, null],
  [
    ...["Ziel", "Schlüsselergebnis", "Ausgangswert", "Zielwert", "Ist", "ME", "Wer", "bis wann"],
    "Status",
  ],
  [
    "Erstlieferant für Stellantriebe",
    "Anteil in Zwickau",
    "30 %",
    "45 %",
    "37,5",
    "%",
    "Jonas Albers",
    "31.12.26",
    "gelb",
  ],
  [null, "Freigegebene Muster", 0, 3, 1, "Stück", "Mira Öz", "30.11.26", "grün"],
  [null, null, null, null, null, null, null, null, null],
  ["Reklamationen halbieren", "Reklamationen je Monat", "12", "6", null, null, null, null, null],
  ["Summe", null, null, null, "38,5", null, null, null, null],
];

const teamEnglish: Cell[][] = [
  ["Team", "Objective", "Key Result", "Target", "Current", "Score", "Owner", "Confidence"],
  ["KAM", "Win the platform", "Design wins", 4, 1, 0.25, "Ada Young", "High"],
  ["KAM", "Win the platform", "Net promoter score", 60, 42, 0.7, "Ada Young", "Medium"],
  ["Sales", "Defend the base", "Share in Ghent", "80%", "76%", 0.95, "Lee Park", "Low"],
];

const outline: Cell[][] = [
  ["Objectives & Key Results", "Start", "Ziel", "Aktuell", "Konfidenz (1-5)"],
  ["O1: Lieferant der Wahl in Oelde", null, null, null, null],
  ["  KR 1.1 Werke mit Rahmenvertrag", 1, 4, 2, 4],
  ["  • Entscheider auf unserer Seite", 0, 5, 3, 3],
  ["O2 – Weniger Störungen", null, null, 0.5, null],
  ["  KR 2.1: -10 % Ausschuss", "2,5", "2,2", "2,4", 2],
];

const weeks: Cell[][] = [
  ["Objective", "Key Result", "Confidence", "Score", "KW 27", "KW 28", "W29"],
  ["Lieferant der Wahl", null, null, 0.5, null, null, null],
  [null, "Werke mit Rahmenvertrag", 7, 0.5, 1, 2, null],
  [null, "Entscheider", 4, 0.2, "–", null, 1],
];

it("takes a flat German list with the objective in its first row only", () => {
  expect(told("plan", flatGerman)).toEqual([
    {
      ...{ line: 4, objective: "Erstlieferant für Stellantriebe", key_result: "Anteil in Zwickau" },
      ...{ start: "30 %", target: "45 %", unit: "%", assignee: "Jonas Albers", due: "31.12.26" },
    },
    {
      ...{ line: 5, objective: "Erstlieferant für Stellantriebe" },
      ...{ key_result: "Freigegebene Muster", start: 0, target: 3, unit: "Stück" },
      ...{ assignee: "Mira Öz", due: "30.11.26" },
    },
    {
      ...{ line: 7, objective: "Reklamationen halbieren", key_result: "Reklamationen je Monat" },
      ...{ start: "12", target: "6" },
    },
  ]);
  expect(told("check_ins", flatGerman)).toEqual([
    {
      ...{ line: 4, objective: "Erstlieferant für Stellantriebe", key_result: "Anteil in Zwickau" },
      ...{ value: "37,5", confidence: "gelb", on: "24.11.26" },
    },
    {
      ...{ line: 5, objective: "Erstlieferant für Stellantriebe" },
      ...{ key_result: "Freigegebene Muster", value: 1, confidence: "grün", on: "24.11.26" },
    },
  ]);
});

it("takes a team's English sheet with confidence in words, and its score only to compare", () => {
  expect(told("plan", teamEnglish, { constants: { start: "0" } })[0]).toEqual({
    ...{ line: 2, objective: "Win the platform", key_result: "Design wins", target: 4 },
    ...{ assignee: "Ada Young", start: "0" },
  });
  const checkIns = told("check_ins", teamEnglish, { constants: { on: "2026-11-24" } });
  expect(checkIns).toHaveLength(3);
  expect(checkIns[2]).toEqual({
    ...{ line: 4, objective: "Defend the base", key_result: "Share in Ghent", value: "76%" },
    ...{ progress: 0.95, confidence: "Low", on: "2026-11-24" },
  });
});

it("takes an outline in one column: objectives, and below each its key results", () => {
  const [first, second] = ["Lieferant der Wahl in Oelde", "Weniger Störungen"];
  expect(told("plan", outline)).toEqual([
    { line: 2, objective: first },
    {
      ...{ line: 3, objective: first, key_result: "Werke mit Rahmenvertrag" },
      ...{ start: 1, target: 4 },
    },
    {
      ...{ line: 4, objective: first, key_result: "Entscheider auf unserer Seite" },
      ...{ start: 0, target: 5 },
    },
    { line: 5, objective: second },
    {
      ...{ line: 6, objective: second, key_result: "-10 % Ausschuss" },
      ...{ start: "2,5", target: "2,2" },
    },
  ]);
  expect(told("check_ins", outline).map(({ line }) => line)).toEqual([3, 4, 6]);
});

it("tells objectives by what stands beside them where nothing else does", () => {
  const rows: Cell[][] = [
    ["Ziele", "Zielwert", "Verantwortlich"],
    ["Lieferant der Wahl", null, null],
    ["Werke mit Rahmenvertrag", 4, "Mira Öz"],
    ["Weniger Störungen", null, null],
    ["Ausschuss", 2, null],
  ];
  expect(matched("plan", rows).match.roles).toEqual(["outline", "target", "assignee"]);
  expect(told("plan", rows).map(({ line, ...row }) => Object.keys(row).length)).toEqual([
    1, 4, 1, 3,
  ]);
});

it("knows that a list of key results is no outline", () => {
  const log: Cell[][] = [
    ["Date", "Key Result", "Owner", "Current Value", "Confidence", "Notes"],
    ["07/06/2026", "Design wins", "Ada Young", 1, 0.8, "first sample"],
    ["07/13/2026", "Design wins", "Ada Young", 2, 0.9, null],
  ];
  expect(matched("check_ins", log).match.roles).toEqual([
    ...["on", "key_result", null, "value", "confidence", "note"],
  ]);
  expect(told("check_ins", log)).toHaveLength(2);
});

it("makes check-ins of weeks side by side, what stands beside them of the last one", () => {
  const [objective, works] = ["Lieferant der Wahl", "Werke mit Rahmenvertrag"];
  expect(told("check_ins", weeks)).toEqual([
    { line: 3, objective, key_result: works, on: "KW 27", value: 1 },
    { line: 3, objective, key_result: works, on: "KW 28", value: 2, confidence: 7, progress: 0.5 },
    {
      ...{ line: 4, objective, key_result: "Entscheider", on: "W29", value: 1 },
      ...{ confidence: 4, progress: 0.2 },
    },
  ]);
  expect(told("plan", weeks)).toEqual([
    { line: 2, objective },
    { line: 3, objective, key_result: works },
    { line: 4, objective, key_result: "Entscheider" },
  ]);
});

it.each<[string, Cell[]]>([
  ["weeks", ["KW 27", "W28", "2026-W29", "KW30/26", "Week 31"]],
  ["months", ["2026-07", "Juli 2026", "08/2026", "Aug 26", "Sep 2026"]],
  ["days", ["06.07.2026", "2026-07-13", "7/20/2026", "27.07.26", "03.08.2026"]],
  ["figures", ["Ist KW 27", "KW 27 Konfidenz", "Stand 13.07.2026", "W28 Score", "Value W29"]],
])("knows %s at the head", (_, heads) => {
  const rows = [
    ["Key Result", ...heads],
    ["Muster", 1, 2, 3, 4, 5],
  ];
  expect(matched("check_ins", rows).match.roles).toEqual([
    "key_result",
    ...heads.map(() => "across"),
  ]);
});

it("joins what two rows of head say of a week", () => {
  const rows: Cell[][] = [
    [null, "KW 27", null, "KW 28", null],
    ["Key Result", "Ist", "Konfidenz", "Ist", "Konfidenz"],
    ["Muster", 1, "hoch", 2, "mittel"],
  ];
  const names = namesOf(rows, { at: 0, lines: 2 });
  const match = presetMatch("check_ins", names, known, rows.slice(2));
  const list = listForm({
    ...{ kind: "check_ins", rows, head: { at: 0, lines: 2 }, match },
    ...{ edits: new Map(), sharePeriod: "quarter" },
  });
  expect(list.fields).toEqual(["key_result", "on", "value", "confidence"]);
  expect(list.rows.map(({ cells }) => cells.slice(0, 4))).toEqual([
    ["Muster", "KW 27", 1, "hoch"],
    ["Muster", "KW 28", 2, "mittel"],
  ]);
});

it("reads weeks that are mere numbers in a column of weeks", () => {
  const rows: Cell[][] = [
    ["KW", "Key Result", "Wert"],
    [27, "Muster", 1],
    ["28", "Muster", 2],
    ["2026-W29", "Muster", 3],
  ];
  expect(told("check_ins", rows).map((row) => (row as { on?: Cell }).on)).toEqual([
    ...["KW 27", "KW 28", "2026-W29"],
  ]);
});

it.each<[Cell[], string | undefined]>([
  [["Stand: 24.11.26"], "24.11.26"],
  [["OKR", null, "Stand KW 27 2026, vorläufig"], "KW 27 2026"],
  [["As of", "2026-11-24"], "2026-11-24"],
  [["Stand", "Entwurf"], undefined],
])("takes the day of a sheet from above its head: %j", (above, on) => {
  const rows: Cell[][] = [above, ["Key Result", "Wert"], ["Muster", 1]];
  expect(matched("check_ins", rows).match.constants.on).toBe(on);
});

it("takes a word of two meanings for what is still open and fits its cells", () => {
  const roles = (kind: Kind, rows: Cell[][]) => matched(kind, rows).match.roles;
  const rows: Cell[][] = [
    ["Objective", "KR", "Start", "Ziel 2026", "Stand", "Status"],
    ["Wachsen", "Muster", 0, 3, 1, "on track"],
  ];
  expect(roles("plan", rows)).toEqual(["objective", "key_result", "start", "target", null, null]);
  expect(roles("check_ins", rows)).toEqual([
    ...["objective", "key_result", null, null, "value", "confidence"],
  ]);
  const others: Cell[][] = [
    ["KR", "Ziel", "Ist", "Stand", "Status"],
    ["Muster", "3", "1", "06.07.2026", "in Arbeit"],
  ];
  expect(roles("check_ins", others)).toEqual(["key_result", null, "value", "on", null]);
});

it("lets a start for all hold for what has a target, not for corridors", () => {
  const rows: Cell[][] = [
    ["Objective", "Key Result", "Target", "Min", "Max"],
    ["Grow", "Design wins", 4, null, null],
    [null, "Stock", null, 5, 10],
  ];
  expect(told("plan", rows, { constants: { start: "0" } })).toEqual([
    { line: 2, objective: "Grow", key_result: "Design wins", target: 4, start: "0" },
    { line: 3, objective: "Grow", key_result: "Stock", lower: 5, upper: 10 },
  ]);
});

it("asks what a weight of percent cells means", () => {
  const rows: Cell[][] = [
    ["Objective", "Key Result", "Gewicht"],
    ["Wachsen", "Muster", 0.335],
    [null, "Anteil", "0,5"],
    [null, "Stimmen", "16,5 %"],
  ];
  const { head, names, match } = matched("plan", rows);
  const preset = presetFormat(samplesOf("plan", rows, head, match, names), "de");
  expect(preset.percent).toBe("fraction");
  const list = listForm({
    ...{ kind: "plan", rows, head, match },
    ...{ edits: new Map(), sharePeriod: "quarter" },
  });
  expect(list.rows.map(({ cells }) => cells[2])).toEqual([0.335, "0,5", "16,5 %"]);
});

it("corrects objective and key result of an outline at their own places", () => {
  const { head, match } = matched("plan", outline);
  const read = {
    kind: "plan" as const,
    rows: outline,
    head,
    match,
    sharePeriod: "quarter" as const,
  };
  expect(listForm({ ...read, edits: new Map() }).rows[1]?.places.slice(0, 2)).toEqual([
    ...["1/0", "2/0"],
  ]);
  const corrected = listForm({ ...read, edits: new Map([["1/0", "O1: Erste Wahl in Oelde"]]) });
  expect(corrected.rows[1]?.cells[0]).toBe("Erste Wahl in Oelde");
});

it("matches the check-ins beside a plan as the plan was", () => {
  const rows: Cell[][] = [
    ["Thema", "Kennzahl", "Zielwert", "KW 27", "KW 28"],
    ["Wachsen", "Muster", 3, 1, 2],
  ];
  const { names } = matched("plan", rows);
  const plan: Match = {
    ...presetMatch("plan", names, known, rows.slice(1)),
    roles: ["objective", "key_result", "target", null, null],
    constants: { cycle: "Q3 2026", start: "0" },
  };
  const checkIns = asCheckIns(plan, presetMatch("check_ins", names, known, rows.slice(1)));
  expect(checkIns.roles).toEqual(["objective", "key_result", null, "across", "across"]);
  expect(checkIns.constants).toEqual({ cycle: "Q3 2026" });
});

it.each<[string, Cell[], string | undefined]>([
  ["Confidence", [0.8, 0.5, 1], "fraction"],
  ["Confidence", ["0,8", "0,5"], "fraction"],
  ["Confidence", [80, 55], "percent"],
  ["Confidence", [7, 3], "ten"],
  // Of our own scale, unless its name says another one.
  ["Confidence", [4, 3], "ten"],
  ["Confidence (1–5)", [4, 3], "five"],
  ["Confidence", ["hoch", "80 %"], undefined],
])("takes numbers of %s %j for what they show", (name, confidence, scale) => {
  expect(presetFormat({ confidence }, "de", undefined, name).confidence).toBe(scale);
});

it("shows confidence as the server reads it", () => {
  const read = (cell: Cell, confidence: "ten" | "five" | "fraction" | "percent") =>
    readConfidence(cell, {
      ...{ decimalSign: "comma", dateOrder: "dmy", percent: "as_written", confidence },
    });
  expect(read(7, "ten")).toBe(7);
  expect(read(4, "five")).toBe(8);
  expect(read("0,8", "fraction")).toBe(8);
  expect(read("80 %", "fraction")).toBe(8);
  expect(read(75, "percent")).toBe(8);
  expect(read(7, "five")).toBeUndefined();
});

it("samples of confidence, days and values only what may be written in several ways", () => {
  const rows: Cell[][] = [
    ["Key Result", "Datum", "Wert", "Konfidenz"],
    ["Muster", "KW 27", "freigegeben", "hoch"],
    ["Muster", "3.4.26", "1,5", "7"],
  ];
  const { head, names, match } = matched("check_ins", rows);
  expect(samplesOf("check_ins", rows, head, match, names)).toEqual({
    ...{ day: ["3.4.26"], number: ["1,5"], factors: [1], confidence: ["7"] },
  });
});

it("remembers no day and no cycle: the next file is of another one", () => {
  const names = ["Key Result", "Wert"];
  const match = {
    ...presetMatch("check_ins", names, known),
    constants: { on: "24.11.26", cycle: "Q3 2026" },
  };
  rememberMatch("a", "check_ins", names, match, presetFormat({}, "de"));
  expect(rememberedMatch("a", "check_ins", names)?.match.constants).toEqual({});
});
