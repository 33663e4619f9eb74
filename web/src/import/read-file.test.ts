import { afterEach, expect, it, vi } from "vitest";
import { NoWorkbook, readWorkbook } from "./read-workbook";
import { readAnew, sourceOfFile, sourceOfPaste } from "./source";
import { windows1252, workbook, xmlRow } from "./testing";

const zone = process.env.TZ;
afterEach(() => {
  process.env.TZ = zone;
});

const fileOf = (content: string | Uint8Array, name: string) =>
  new File([content as BlobPart], name);
const rowsOf = async (content: string | Uint8Array, name = "Anteile.csv") =>
  (await sourceOfFile(fileOf(content, name))).sheets[0]?.rows;

it("reads a German CSV of an older Excel: Windows-1252, semicolons, decimal commas", async () => {
  const source = await sourceOfFile(
    fileOf(
      windows1252('Werk;Umsatz;Bemerkung\r\nGütersloh;"1.355,90 €";"A; B"\r\nMünster;12,5;\r\n'),
      "Anteile.csv",
    ),
  );
  expect(source.text?.format).toEqual({ encoding: "windows-1252", delimiter: ";" });
  expect(source.sheets[0]?.rows).toEqual([
    ["Werk", "Umsatz", "Bemerkung"],
    ["Gütersloh", "1.355,90 €", "A; B"],
    ["Münster", "12,5", null],
  ]);
});

it("reads UTF-8 with and without its mark, and what parts the cells", async () => {
  const rows = [
    ["Werk", "Ort"],
    ["Ameise", "Gütersloh"],
  ];
  expect(await rowsOf("\ufeffWerk;Ort\nAmeise;Gütersloh")).toEqual(rows);
  expect(await rowsOf("Werk,Ort\r\nAmeise,Gütersloh\r\n")).toEqual(rows);
  expect(await rowsOf("Werk\tOrt\nAmeise\tGütersloh\n", "a.tsv")).toEqual(rows);
  expect(await rowsOf("sep=|\r\nWerk|Ort\r\nAmeise|Gütersloh")).toEqual([[], ...rows]);
});

it("reads what Excel calls Unicode text", async () => {
  const utf16 = Uint8Array.from(
    [..."\ufeffWerk\tOrt\r\nMünster\tGütersloh\r\n"].flatMap((sign) => [
      sign.charCodeAt(0) & 255,
      sign.charCodeAt(0) >> 8,
    ]),
  );
  const source = await sourceOfFile(fileOf(utf16, "Werke.txt"));
  expect(source.text?.format).toEqual({ encoding: "utf-16le", delimiter: "\t" });
  expect(source.sheets[0]?.rows).toEqual([
    ["Werk", "Ort"],
    ["Münster", "Gütersloh"],
  ]);
});

it("is not misled by decimal commas or by signs within quotes", async () => {
  expect(await rowsOf('a;b\n1,5;2,5\n3,5;"4,5,6"')).toEqual([
    ["a", "b"],
    ["1,5", "2,5"],
    ["3,5", "4,5,6"],
  ]);
});

it("reads a list as Takt writes it, texts that looked like formulas as they were", async () => {
  expect(
    await rowsOf(
      "\ufeffKennzahl;Tag;Wert\r\n'=1+1;15.11.2026;-0,02\r\n''=1;;5\r\n\"'-a\nb\";;'+49\r\n'Zitat;;'\r\n",
    ),
  ).toEqual([
    ["Kennzahl", "Tag", "Wert"],
    ["=1+1", "15.11.2026", "-0,02"],
    ["'=1", null, "5"],
    ["-a\nb", null, "+49"],
    ["'Zitat", null, "'"],
  ]);
});

it("reads a text anew as it is declared", async () => {
  const source = await sourceOfFile(fileOf("a,b;c\n1,2;3", "x.csv"));
  const anew = await readAnew(source, { encoding: "utf-8", delimiter: "," });
  expect(anew.sheets[0]?.rows).toEqual([
    ["a", "b;c"],
    ["1", "2;3"],
  ]);
  expect(anew.hash).toBe(source.hash);
});

it("takes what is pasted from a spreadsheet", async () => {
  const source = await sourceOfPaste("Werk\tOrt\nAmeise\t\n", "Eingefügt");
  expect(source.sheets[0]?.rows).toEqual([
    ["Werk", "Ort"],
    ["Ameise", null],
  ]);
  expect(source.hash).toMatch(/^[\da-f]{64}$/);
});

it("knows the SHA-256 of a file where the browser has none for the page, too", async () => {
  const { hashOf } = await import("./hash");
  const abc = new TextEncoder().encode("abc");
  const known = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
  expect(await hashOf(abc)).toBe(known);
  vi.stubGlobal("crypto", {});
  expect(await hashOf(abc)).toBe(known);
});

it.each(["UTC", "Europe/Berlin", "America/Los_Angeles", "Pacific/Kiritimati"])(
  "reads Excel's days as Excel shows them in %s, those of 1904, too",
  async (where) => {
    process.env.TZ = where;
    const day = (v: number) => ({ v, style: 1 });
    const of1900 = workbook({ Plan: { rows: xmlRow(1, [day(46350), day(46350.5), 46350]) } });
    expect((await readWorkbook(of1900))[0]?.rows).toEqual([
      ["2026-11-24", "2026-11-24 12:00:00", 46350],
    ]);
    const of1904 = workbook({ Plan: { rows: xmlRow(1, [day(46350 - 1462)]) } }, { date1904: true });
    expect((await readWorkbook(of1904))[0]?.rows).toEqual([["2026-11-24"]]);
  },
);

it("reads all sheets, percent cells as such, merged cells in each of their rows, and errors of formulas as they are", async () => {
  const sheets = await readWorkbook(
    workbook({
      Titel: { rows: xmlRow(1, ["Lieferanteile"]) },
      Anteile: {
        rows:
          xmlRow(2, ["Werk", "PB", "Anteil"]) +
          xmlRow(3, ["Gütersloh", "Dichtungen", { v: 0.4, style: 2 }]) +
          xmlRow(4, [null, "Ventile", { v: "#DIV/0!", type: "e" }]),
        merged: ["A3:A4", "A1:C1"],
      },
    }),
  );
  expect(sheets).toEqual([
    { name: "Titel", rows: [["Lieferanteile"]] },
    {
      name: "Anteile",
      rows: [
        [null, null, null],
        ["Werk", "PB", "Anteil"],
        ["Gütersloh", "Dichtungen", { perCent: 40 }],
        ["Gütersloh", "Ventile", "#DIV/0!"],
      ],
    },
  ]);
});

it("reads a large sheet without the workers that the page's policy forbids", async () => {
  vi.stubGlobal(
    "Worker",
    class {
      constructor() {
        throw new Error("refused by policy");
      }
    },
  );
  const rows = Array.from({ length: 10_000 }, (_, at) =>
    xmlRow(at + 1, [`Werk ${at % 50}`, "Dichtungen", at * 1.5]),
  ).join("");
  const [sheet] = await readWorkbook(workbook({ Groß: { rows } }));
  expect(sheet?.rows.length).toBe(10_000);
  expect(sheet?.rows[9_999]).toEqual(["Werk 49", "Dichtungen", 14_998.5]);
});

it("says of what is no workbook that it is none", async () => {
  await expect(readWorkbook(new TextEncoder().encode("Werk;Ort"))).rejects.toThrow(NoWorkbook);
});
