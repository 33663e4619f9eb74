import { expect, test } from "vitest";
import { type Column, hasHead, mappingOf } from "./columns";
import { nearNames, readTable, writeTable } from "./table";

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
