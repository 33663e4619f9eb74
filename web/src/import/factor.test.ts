// @vitest-environment happy-dom
import { beforeAll, beforeEach, expect, it } from "vitest";
import { speak } from "../testing/stage";
import type { Cell } from "./cells";
import { readAmount, scalesOf, stillSaid } from "./factor";
import type { Kind } from "./fields";
import { presetHead } from "./find-head";
import { listForm } from "./list-form";
import { type Factors, namesOf, presetMatch } from "./match";
import { rememberedMatch, rememberMatch } from "./remembered-match";
import { samplesOf } from "./samples";

beforeAll(() => speak("de"));
beforeEach(() => localStorage.clear());

const known = {
  sites: [{ name: "Oelde" }],
  productAreas: [{ name: "Ventile" }],
  kpis: [
    { name: "Umsatz", unit: "T€" },
    { name: "Marge", unit: "%" },
    { name: "Auftragseingang", unit: "€" },
  ],
  sharePeriod: "quarter" as const,
};

function read(kind: Kind, rows: Cell[][], factors: Factors = {}) {
  const head = presetHead(kind, rows, known);
  const names = namesOf(rows, head);
  const below = rows.slice(head.at + head.lines);
  const match = { ...presetMatch(kind, names, known, below), factors };
  const file = { ...known, kind, rows, head, match, names };
  return { ...file, scales: scalesOf(file), table: listForm({ ...file, edits: new Map() }) };
}
const scales = (kind: Kind, rows: Cell[][]) => read(kind, rows).scales;

const thousands = { says: "T€", factor: 1_000 };

it("reads an amount as the server multiplies it, to the digits entered", () => {
  expect(readAmount("1.355,9", "comma", 1_000)).toBe(1_355_900);
  expect(readAmount(1.005, "comma", 1_000)).toBe(1_005);
  expect(readAmount(16.1, "comma", 1_000_000)).toBe(16_100_000);
  expect(readAmount("123456789,012345", "comma", 1_000)).toBe(123_456_789_012.345);
  expect(readAmount("97,5 %", "comma", 1_000)).toBe(97.5);
  expect(readAmount({ perCent: 97.5 }, "comma", 1_000)).toBe(97.5);
  expect(readAmount("viel", "comma", 1_000)).toBeUndefined();
});

it("takes from the head of each amount what it says to be in", () => {
  const rows: Cell[][] = [
    ["Werk", "PB", "Quartal", "Umsatz T€", "Bedarf (Mio. €)", "Anteil"],
    ["Oelde", "Ventile", "Q3 2026", 12, 25, 0.4],
  ];
  expect(scales("supply", rows)).toEqual({
    volume: thousands,
    demand: { says: "Mio.", factor: 1_000_000 },
  });
  const plan: Cell[][] = [
    ["Objective", "Key Result", "Startwert T€", "Ziel T€", "Gewicht"],
    ["Wachsen", "Umsatz", 12, 25, 0.4],
  ];
  expect(scales("plan", plan)).toMatchObject({ target: thousands });
});

it("knows the heads of refused rows that were handed out", () => {
  for (const [volume, demand, says] of [
    ["Unser Volumen (Tsd.)", "Gesamtbedarf", "Tsd."],
    ["Our volume (thousands)", "Total demand", "thousands"],
  ] as const) {
    const rows: Cell[][] = [
      ["Werk", "PB", "Quartal", volume, demand],
      ["Oelde", "Ventile", "Q3 2026", 12, 25],
    ];
    expect(scales("supply", rows)).toEqual({ volume: { says, factor: 1_000 } });
  }
});

it("takes a row of units below the names for the other row of names", () => {
  const rows: Cell[][] = [
    ["Teutonia"],
    ["Werk", "PB", "Quartal", "Umsatz", "Bedarf", "LA"],
    [null, null, null, "T€", "[T€]", "%"],
    ["Oelde", "Ventile", "Q3 2026", 12, 25, 40],
  ];
  const { head, match, scales, table } = read("supply", rows);
  expect(head).toEqual({ at: 1, lines: 2 });
  expect(match.roles).toEqual(["site", "product_area", "period", "volume", "demand", "share"]);
  expect(scales).toEqual({ volume: thousands, demand: thousands });
  expect(table.rows.map(({ line }) => line)).toEqual([4]);
});

it("takes it from the title, or from a column of units, where no head says it", () => {
  const names: Cell[] = ["Werk", "PB", "Quartal", "Umsatz", "Bedarf"];
  const row: Cell[] = ["Oelde", "Ventile", "Q3 2026", 12, 25];
  const both = { volume: thousands, demand: thousands };
  expect(scales("supply", [["Lieferanteile in T€"], names, row])).toEqual(both);
  expect(scales("supply", [["300 T€ mehr"], names, row])).toEqual({});
  const units = (...of: string[]) =>
    scales("supply", [[...names, "ME"], ...of.map((unit) => [...row, unit])]);
  expect(units("T€", "T€")).toEqual(both);
  expect(units("€", "Stück")).toEqual({});
  expect(units("T€", "Stück")).toEqual({ volume: { says: "T€" }, demand: { says: "T€" } });
});

it("takes figures side by side as one, and says where they are not all alike", () => {
  const row: Cell[] = ["Oelde", "Ventile", 1, 2, 3, 4];
  const heads = (...of: string[]) => read("supply", [["Werk", "PB", ...of], row]);
  const alike = heads("Umsatz in T€ Q1/24", "Bedarf Q1/24", "Umsatz in T€ Q2/24", "Bedarf Q2/24");
  expect(alike.scales).toEqual({ volume: thousands });
  expect(alike.table.rows.map(({ cells }) => cells.slice(2, 6))).toEqual([
    ["Q1 2024", null, 1, 2],
    ["Q2 2024", null, 3, 4],
  ]);
  expect(heads("Umsatz T€ Q1/24", "Umsatz Q2/24").scales).toEqual({ volume: { says: "T€" } });
  expect(heads("Umsatz Mrd. € Q1/24").scales).toEqual({ volume: { says: "Mrd." } });
  const byRow: Cell[][] = [
    ["Werk", "PB", "Größe", "Q3 2026", "Q4 2026"],
    ["Oelde", "Ventile", "Umsatz T€", 5, 6],
    ["Oelde", "Ventile", "Bedarf", 7, 8],
  ];
  expect(scales("supply", byRow)).toEqual({ volume: thousands });
});

it("proposes nothing for a KPI or a key result that is kept in thousands itself", () => {
  const values = (...kpis: string[]) =>
    scales("kpi_values", [["KPI", "Tag", "Wert T€"], ...kpis.map((kpi) => [kpi, "1.9.26", 5])]);
  expect(values("Umsatz")).toEqual({});
  expect(values("Auftragseingang")).toEqual({ value: thousands });
  expect(values("Umsatz", "Auftragseingang")).toEqual({ value: { says: "T€" } });
  const plan = (...units: string[]) =>
    scales("plan", [
      ["Objective", "Key Result", "Ziel T€", "ME"],
      ...units.map((unit) => ["Wachsen", "Umsatz", 25, unit]),
    ]);
  expect(plan("T€")).toEqual({});
  expect(plan("€").target).toEqual(thousands);
});

it("multiplies the columns that hold an amount, not what is typed for all rows", () => {
  const rows: Cell[][] = [
    ["Objective", "Key Result", "Soll", "bis wann"],
    ["Wachsen", "Umsatz", "12,5", "1.12.26"],
  ];
  const { kind, head, match, names, table } = read("plan", rows, {
    start: 1_000,
    target: 1_000,
    due: 1_000,
  });
  expect(table.fields).toEqual(["objective", "key_result", "target", "due"]);
  expect(table.factors).toEqual([1, 1, 1_000, 1]);
  const started = { ...match, constants: { start: "5" } };
  const { factors } = listForm({ ...known, kind, rows, head, match: started, edits: new Map() });
  expect(factors).toEqual([1, 1, 1_000, 1, 1]);
  expect(samplesOf(kind, rows, head, match, names)).toMatchObject({
    number: ["12,5"],
    factors: [1_000],
  });
});

it("remembers it with the match as long as files say the same of themselves", () => {
  const names = ["Werk", "Umsatz"];
  const match = { ...presetMatch("supply", names, known), factors: { volume: 1_000 } as const };
  const format = { decimalSign: "comma", dateOrder: "dmy", percent: "fraction" } as const;
  rememberMatch("a", "supply", names, match, format, { volume: { says: "T€", factor: 1_000 } });
  const found = rememberedMatch("a", "supply", names);
  expect(found?.match.factors).toEqual({ volume: 1_000 });
  const then = found?.scales ?? {};
  expect(stillSaid(match.factors, then, then)).toEqual({ volume: 1_000 });
  // This time the title says nothing of thousands, or something else.
  expect(stillSaid(match.factors, then, {})).toEqual({});
  const millions = { volume: { says: "Mio.", factor: 1_000_000 } as const };
  expect(stillSaid(match.factors, then, millions)).toEqual({});
  // Neither file says anything: it is somebody's word.
  expect(stillSaid(match.factors, {}, {})).toEqual({ volume: 1_000 });
});

it("reads what an earlier version remembered", () => {
  const names = ["Werk", "Umsatz"];
  const { factors: _, ...match } = presetMatch("supply", names, known);
  const key = "a|supply|werk|umsatz";
  localStorage.setItem("takt-import-matches", JSON.stringify({ [key]: { match, format: {} } }));
  expect(rememberedMatch("a", "supply", names)?.match.factors).toEqual({});
});
