import { expect, test } from "vitest";
import { parseNumber, pastedCells } from "./paste";

test.each([
  ["1.234,5", "de", 1234.5],
  ["1,234.5", "en", 1234.5],
  ["1.234", "de", 1234],
  ["1.5", "de", 1.5],
  ["1,5", "en", 1.5],
  ["1,234", "en", 1234],
  ["40 %", "de", 40],
  ["12.000 €", "de", 12000],
  ["", "de", null],
  ["–", "de", null],
  ["viel", "de", undefined],
])("%s in %s is %s", (text, language, number) => {
  expect(parseNumber(text, language)).toBe(number);
});

test("a spreadsheet's cells come as rows and columns", () => {
  expect(pastedCells("1\t2\r\n3\t\r\n")).toEqual([
    ["1", "2"],
    ["3", ""],
  ]);
});
