// @vitest-environment happy-dom
import { readFile } from "node:fs/promises";
import { beforeAll, expect, it, vi } from "vitest";
import { speak } from "../testing/stage";
import type { Kind } from "./fields";
import { presetHead, presetSheet, titlesOf } from "./find-head";
import { presetFormat, sentCell } from "./format";
import { listForm } from "./list-form";
import { type Known, namesOf, presetMatch, withTitle } from "./match";
import { sampleShares, sampleText } from "./sample";
import { samplesOf } from "./samples";
import { sourceOfFile } from "./source";

beforeAll(() => speak("de"));

/** What the demo's first account has. */
const known: Known = {
  sites: ["Gütersloh", "Bielefeld", "Oelde", "Lehrte"].map((name) => ({ name })),
  productAreas: ["a Antriebe", "b Steuerungen", "c Sensorik", "d Kabelbäume"].map((name) => ({
    name,
  })),
  kpis: [
    { name: "Liefertreue", unit: "%" },
    { name: "Reklamationen je Million Teile", unit: "ppm" },
    { name: "Umsatz Rahmenvertrag", unit: "T€" },
  ],
  sharePeriod: "quarter",
};

/** A file of tests/files, read as it is proposed: nobody chose or corrected anything. */
async function read(name: string, kind: Kind) {
  const file = new File([await readFile(`../tests/files/${name}`)], name);
  const { sheets, text } = await sourceOfFile(file);
  const sheet = sheets[presetSheet(kind, sheets, known)];
  if (!sheet) throw new Error("no sheet");
  const { rows } = sheet;
  const head = presetHead(kind, rows, known);
  const names = namesOf(rows, head);
  const [above, below] = [rows.slice(0, head.at), rows.slice(head.at + head.lines)];
  const preset = presetMatch(kind, names, known, below, above);
  const match =
    kind === "supply" ? withTitle(preset, titlesOf(rows, head), known.sharePeriod) : preset;
  const format = presetFormat(samplesOf(kind, rows, head, match, names), "de");
  const table = listForm({ ...known, ...sheet, kind, head, match, edits: new Map() });
  return {
    text: text?.format,
    format,
    leftOut: table.leftOut,
    wrong: table.rows.filter(({ wrong }) => wrong),
    fields: table.fields,
    lines: table.rows.map(({ line }) => line),
    rows: table.rows.map(({ cells }) => cells.map((cell) => sentCell(cell, format))),
  };
}

it("reads a list of white spaces", async () => {
  const file = await read("white-space.csv", "supply");
  expect(file.text).toEqual({ encoding: "utf-8", delimiter: "," });
  expect(file.format).toMatchObject({ decimalSign: "point", dateOrder: "mdy" });
  expect(file.leftOut).toBe(1);
  expect(file.fields).toEqual([
    ...["period", "product_area", "demand", "rest", "competitor", "contract_end", "unit", "share"],
  ]);
  expect(file.rows).toEqual([
    ["2025", "a Antriebe", "€1,250,000", "Competitor", "Nordmotor", "12/31/2027", "eur", null],
    ["2025", "b Steuerungen", "840,000.50", "Executes internally", null, null, "eur", null],
    ["2025", "c Sensorik", "310,000", null, null, "03/31/2027", "eur", "100 %"],
    ["2025", "d Kabelbäume", "720,000", "Unknown", null, null, "eur", null],
  ]);
});

it("reads a matrix of sites and areas", async () => {
  const file = await read("share-matrix.xlsx", "supply");
  expect(file.fields).toEqual([
    ...["site", "product_area", "share", "volume", "demand", "unit", "period"],
  ]);
  expect(file.leftOut).toBe(1);
  expect(file.rows.map(([site, area, share]) => [site, area, share])).toEqual([
    ["Gütersloh", "a Antriebe", "62 %"],
    ["Gütersloh", "b Steuerungen", "48,5 %"],
    ["Gütersloh", "c Sensorik", "30 %"],
    ["Bielefeld", "a Antriebe", "40 %"],
    ["Bielefeld", "b Steuerungen", "33,3 %"],
    ["Oelde", "a Antriebe", "27,5 %"],
    ["Oelde", "b Steuerungen", "0 %"],
    ["Oelde", "c Sensorik", "12,5 %"],
    ["Lehrte", "a Antriebe", "35 %"],
  ]);
  expect(new Set(file.rows.map((row) => row.slice(3).join()))).toEqual(new Set([",,eur,Q3 2025"]));
});

it("reads shares of wallet by month", async () => {
  const file = await read("share-of-wallet.txt", "supply");
  expect(file.text).toEqual({ encoding: "utf-16le", delimiter: "\t" });
  expect(file.format.decimalSign).toBe("point");
  expect(file.fields).toEqual([...["period", "product_area", "share", "volume", "demand", "unit"]]);
  expect(file.rows).toEqual([
    ["Jan 2025", "a Antriebe", null, "41,200", "72,000", "eur"],
    ["Jan 2025", "b Steuerungen", null, "22,000", "40,000", "eur"],
    ["Feb 2025", "a Antriebe", null, "39,850.5", "72,000", "eur"],
    ["Feb 2025", "b Steuerungen", null, "21,500", "40,000", "eur"],
    ["Mar 2025", "a Antriebe", null, "44,000", "75,000", "eur"],
    ["Mar 2025", "b Steuerungen", null, "0", "41,000", "eur"],
  ]);
});

it("reads eight quarters side by side", async () => {
  const file = await read("../../web/public/samples/shares-de.xlsx", "supply");
  expect(file.fields.slice(0, 4)).toEqual(["site", "product_area", "period", "share"]);
  expect(file.leftOut).toBe(1);
  expect(file.wrong).toEqual([]);
  const quarters = ["Q1 2023", "Q2 2023", "Q3 2023", "Q4 2023", "Q1 2024", "Q2 2024", "Q3 2024"];
  const side = (site: string, area: string, shares: (number | string)[]) =>
    [...quarters, "Q4 2024"]
      .slice(-shares.length)
      .map((quarter, at) => [site, area, quarter, `${shares[at]} %`]);
  expect(file.rows.map((row) => row.slice(0, 4))).toEqual([
    ...side("Gütersloh", "a Antriebe", [52, 53, 55, 56, 58, 60, 61, 62]),
    ...side("Gütersloh", "b Steuerungen", [40, 40, 41, 43, 44, 45, 47, "48,5"]),
    ...side("Bielefeld", "a Antriebe", [35, 34, 33, 36, 37, 38, 40, 40]),
    ...side("Bielefeld", "b Steuerungen", [28, 30, 30, 31, 32, "33,3"]),
  ]);
});

it("reads a German buying centre", async () => {
  const file = await read("buying-center.csv", "contacts");
  expect(file.text).toEqual({ encoding: "windows-1252", delimiter: ";" });
  expect(file.format.dateOrder).toBe("dmy");
  expect(file.fields).toEqual([
    ...["name", "function", "site", "roles", "influence", "attitude", "kept_by", "last_contact"],
  ]);
  const [anke, juergen, sabine, beate, iris] = file.rows;
  expect(anke).toEqual([
    ...["Dr. Anke Feldmann", "Leiterin strategischer Einkauf", "Gütersloh"],
    ...["Entscheiderin, Einkäuferin", 3, 1, "Katrin Vogt", "12.11.26"],
  ]);
  expect(juergen?.slice(0, 3)).toEqual(["Jürgen Weiß", "Instandhaltung; Werk 2", "Oelde"]);
  expect(sabine?.slice(3, 6)).toEqual(["Beeinflusserin, Fürsprecherin", 3, 2]);
  expect(beate?.slice(4)).toEqual([1, -1, null, null]);
  expect(iris?.slice(3, 6)).toEqual(["Gatekeeper, Beeinflusserin", 2, 0]);
});

it("reads an action plan", async () => {
  const file = await read("action-plan.xlsx", "actions");
  expect(file.fields).toEqual(["title", "assignee", "due", "done_on"]);
  expect(file.format.dateOrder).toBe("dmy");
  expect(file.rows).toEqual([
    ["Send cost model to purchasing", "Katrin Vogt", "2026-11-10", "2026-11-09"],
    ["Visit the five plants", "Jonas Albers", "15.12.26", null],
    ["Concept sketch no. 2", "Meike Oltmann", "2027-01-13", null],
    ["Audit of the cable line", "Deniz Aydın", "2027-01-29", null],
  ]);
});

it("reads a list of sites", async () => {
  const file = await read("sites.csv", "sites");
  expect(file.fields).toEqual(["name", "city", "country", "site_kind", "purchasers"]);
  expect(file.leftOut).toBe(1);
  expect(file.rows).toEqual([
    ["Rheda", "Rheda-Wiedenbrück", "Deutschland", "Fertigung", "12"],
    ["Logistik Süd", "Kassel", "Deutschland", "Lager", "2"],
    ["Büro Wien", "Wien", "Österreich", "Büro", null],
  ]);
});

it("reads a list of signals", async () => {
  const file = await read("signals.csv", "signals");
  expect(file.fields).toEqual([
    ...["observed_on", "title", "detail", "signal_source", "theme", "nature", "impact"],
    ...["likelihood", "act_by", "tags"],
  ]);
  expect(file.rows).toEqual([
    [
      ...["02.09.26", 'Einkauf fragt nach "Plattform 2028"'],
      ...["Frau Feldmann; am Telefon\nzweite Zeile", "Telefonat", "Ausschreibung", "Chance"],
      ...["4", "3", "31.01.27", "Plattform, Einkauf"],
    ],
    [
      ...["14.09.26", "– 8 % bei Nordmotor in Oelde", null, "Besuch", "Preisdruck", "Gefahr"],
      ...["4", "4", null, null],
    ],
    [
      ...["28.10.26", "Kurzarbeit in Lehrte läuft aus", null, "Presse", "Kurzarbeit", "beides"],
      ...["2", "5", null, "Lehrte"],
    ],
  ]);
});

it("reads values of KPIs, percent cells as their unit has them", async () => {
  const file = await read("kpi-values.xlsx", "kpi_values");
  expect(file.fields).toEqual(["kpi", "on", "value", "source"]);
  expect(file.leftOut).toBe(2);
  expect(file.rows).toEqual([
    ["Liefertreue", "2025-08-31", "96,2 %", "SAP"],
    ["Liefertreue", "2025-09-30", "97,5 %", "SAP"],
    ["Liefertreue", "31.10.25", "97,1 %", "SAP"],
    ["Reklamationen je Million Teile", "2025-09-30", 120, "QS"],
    ["Umsatz Rahmenvertrag", "2025-09-30", 1355.9, "Controlling"],
  ]);
});

it("reads a plan whose objectives are merged cells", async () => {
  const file = await read("okr.xlsx", "plan");
  expect(file.fields).toEqual([
    ...["objective", "key_result", "assignee", "start", "target", "cycle"],
  ]);
  expect(file.wrong).toEqual([]);
  expect(file.rows).toEqual([
    ["Teutonia plans with us", "Concept sketches agreed", "Meike Oltmann", 0, 3, "Q4 2026"],
    ["Teutonia plans with us", "Plants that order a and b", "Jonas Albers", 1, 6, "Q4 2026"],
    ["Quality is no topic any more", "Complaints per million", "Deniz Aydın", 180, 90, "Q4 2026"],
    ["Quality is no topic any more", "Delivery on time", "Katrin Vogt", "94 %", "98 %", "Q4 2026"],
  ]);
});

it("reads its check-ins, and its own scores only to compare", async () => {
  const file = await read("okr.xlsx", "check_ins");
  expect(file.fields).toEqual(["objective", "key_result", "value", "progress", "cycle"]);
  expect(file.rows.map((row) => row.slice(1))).toEqual([
    ["Concept sketches agreed", 1, "33 %", "Q4 2026"],
    ["Plants that order a and b", 3, "50 %", "Q4 2026"],
    ["Complaints per million", 120, "75 %", "Q4 2026"],
    ["Delivery on time", "97,1 %", "99 %", "Q4 2026"],
  ]);
});

it("offers a share sheet as a sample, with the account's own names", async () => {
  vi.stubGlobal("fetch", async (path: string) => new Response(await readFile(`public${path}`)));
  const own = { ...known, sites: [{ name: "Kassel" }], productAreas: [{ name: "Getriebe" }] };
  const lines = (await sampleText(own)).split("\n");
  expect(lines.length).toBe(9);
  expect(lines.slice(0, 2)).toEqual([
    "Standort\tProduktbereich\tZeitraum\tLieferanteil",
    "Kassel\tGetriebe\tQ1 2023\t52\u00a0%",
  ]);
  const { sheets } = await sampleShares({ ...own, sites: [] });
  expect(sheets[0]?.rows[5]?.slice(0, 2)).toEqual(["Alle Standorte", "Getriebe"]);
});
