import { expect, test } from "vitest";
import { pastedCells, pasteInto, readCell, tidyCell } from "./paste";

test.each([
  ["1.234,5", "de", 1234.5, "1234,5"],
  ["1.234", "de", 1234, "1234"],
  ["0.125", "de", 0.125, "0,125"],
  ["10.02", "de", 10.02, "10,02"],
  ["12.000 €", "de", 12000, "12000"],
  ["1,234.5", "en", 1234.5, "1234.5"],
  ["", "de", null, ""],
  ["–", "de", null, ""],
  ["1.2.3", "de", undefined, "1.2.3"],
  [" viel ", "de", undefined, "viel"],
])("a cell with “%s” in %s is %s and then reads “%s”", (text, language, number, shown) => {
  expect(readCell(text, language)).toBe(number);
  expect(tidyCell(text, language)).toBe(shown);
});

test("a spreadsheet's cells come as rows and columns", () => {
  expect(pastedCells("1\t2\r\n3\t\r\n")).toEqual([
    ["1", "2"],
    ["3", ""],
  ]);
});

test("what there is no cell for is told, and what is empty there is not missed", () => {
  const pasted = pastedCells("1\t2\t3\n4\t5\t\n6\t\t\n");
  const twoByTwo = (row: number, column: number) =>
    row < 2 && column < 2 ? `${row}${column}` : undefined;
  expect(pasteInto(pasted, twoByTwo)).toEqual({
    cells: { "00": "1", "01": "2", "10": "4", "11": "5" },
    cut: ["3", "6"],
  });
});
