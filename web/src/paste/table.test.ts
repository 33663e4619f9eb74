import { expect, test } from "vitest";
import { type Column, hasHead, mappingOf } from "./columns";
import { nearNames, otherSign, readTable, writeTable } from "./table";

test("a spreadsheet's cells come as rows and columns, those in quotes with what is in them", () => {
  expect(readTable('Werk\tOrt\r\n"Halle 1\nNord"\tOelde\r\n').rows).toEqual([
    ["Werk", "Ort"],
    ["Halle 1 Nord", "Oelde"],
    [""],
  ]);
  expect(readTable('"Werk ""Nord"""\tOelde').rows).toEqual([['Werk "Nord"', "Oelde"]]);
});

test("what is typed may part its cells by semicolons, and a quote that ends nowhere is a sign", () => {
  expect(readTable('Werk; Oelde\n19" Gehäuse; "offen').rows).toEqual([
    ["Werk", " Oelde"],
    ['19" Gehäuse', ' "offen'],
  ]);
});

test("a table that was written is read as it was", () => {
  const table = readTable('"a;b";c\n"d ""e""";f');
  expect(table.rows).toEqual([
    ["a;b", "c"],
    ['d "e"', "f"],
  ]);
  expect(readTable(writeTable(table))).toEqual(table);
});

/** What parts those rows that are not parted as the others. */
const otherSigns = (text: string) => {
  const table = readTable(text);
  return table.rows.map((cells) => otherSign(table, cells));
};

test("a row that is parted otherwise than most is told, by its sign", () => {
  expect(otherSigns("Oelde\tDE\nPassau\tDE\nTrier; DE\nHof, DE\nSoest")).toEqual([
    undefined,
    undefined,
    ";",
    ",",
    undefined,
  ]);
  expect(otherSigns("Oelde; DE\nPassau; DE\nTrier\tDE\nHof, DE")).toEqual([
    undefined,
    undefined,
    "\t",
    ",",
  ]);
});

test("signs within the cells of a row that is parted as the others are no parting", () => {
  expect(otherSigns("Iris; Einkauf; Einkäufer, Gatekeeper\nRalf; Technik")).toEqual([
    undefined,
    undefined,
  ]);
  expect(otherSigns("Werk; Nord\tDE\nWerk; Süd\t\nOelde\t12,5")).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test("a name that is nearly one is found, and one that is none is not", () => {
  expect(nearNames(["Gütersloh", "Oelde"], "Guterslo")).toEqual(["Gütersloh"]);
  expect(nearNames(["Gütersloh", "Oelde"], "Werk Oelde")).toEqual(["Oelde"]);
  expect(nearNames(["Gütersloh", "Oelde"], "Passau")).toEqual([]);
});

const columns: Column[] = [
  { key: "site", label: "Standort", words: ["standort", "werk"] },
  { key: "demand", label: "Bedarf", words: ["bedarf"] },
];

test("columns are what their head says, in whatever order, and by their place without one", () => {
  const head = ["Bedarf T€", "Werk", "Bemerkung"];
  expect(hasHead(columns, head)).toBe(true);
  expect(mappingOf(columns, head, true, 3)).toEqual(["demand", "site", null]);
  const first = ["Werk Oelde", "260"];
  expect(hasHead(columns, first)).toBe(false);
  expect(mappingOf(columns, first, false, 2)).toEqual(["site", "demand"]);
});
