import { describe, expect, it, test } from "vitest";
import { readNumber, writeNumber } from "./read-number";

test.each([
  // As people paste it into a German page …
  ["10.02", "de", 10.02],
  ["1.234,5", "de", 1234.5],
  ["1 234,5", "de", 1234.5],
  ["1\u202f234,5", "de", 1234.5],
  ["1\u00a0234", "de", 1234],
  ["1'234.50", "de", 1234.5],
  ["1’234’567", "de", 1234567],
  ["12,5 %", "de", 12.5],
  ["€ 1.200,00", "de", 1200],
  ["1.200,90 EUR", "de", 1200.9],
  ["−5", "de", -5],
  ["–5", "de", -5],
  ["- 5", "de", -5],
  ["-5", "de", -5],
  ["+3", "de", 3],
  ["0.125", "de", 0.125],
  ["1.5", "de", 1.5],
  ["1,234", "de", 1.234],
  ["1.234.567", "de", 1234567],
  ["1,234.5", "de", 1234.5],
  ["12,", "de", 12],
  [",5", "de", 0.5],
  ["-0", "de", 0],
  // … and into an English one.
  ["1,234.5", "en", 1234.5],
  ["12,5", "en", 12.5],
  ["1.234", "en", 1.234],
  ["1.234,5", "en", 1234.5],
  ["1,234,567", "en", 1234567],
  ["$ 99.90", "en", 99.9],
])("“%s” in %s is %d, and nothing else", (text, language, value) => {
  expect(readNumber(text, language)).toEqual({ value });
});

test.each([
  ["1.234", "de", 1234, 1.234],
  ["€ 1.200", "de", 1200, 1.2],
  ["-1.234", "de", -1234, -1.234],
  ["1,234", "en", 1234, 1.234],
])("“%s” in %s is %d, but can mean %d", (text, language, value, other) => {
  expect(readNumber(text, language)).toEqual({ value, other });
});

test.each([
  "1.2.3",
  "1,2,3",
  "1.23,4.5",
  "12.34,5",
  "1 2",
  "1 2345",
  "1'23",
  "1 234.567,8",
  "viel",
  "12 Stück",
  "1e5",
  "5-",
  "--5",
  "-",
  "−",
  ".",
  ",",
  "%",
  "NaN",
  "Infinity",
])("“%s” is no number in either language", (text) => {
  expect([readNumber(text, "de"), readNumber(text, "en")]).toEqual([undefined, undefined]);
});

it("reads an empty field as no value", () => {
  expect(readNumber("  ", "de")).toEqual({ value: null });
});

describe("a number to be edited", () => {
  it.each([
    [1234.5, "de", "1234,5"],
    [1234.5, "en", "1234.5"],
    [-0.00000012, "de", "-0,00000012"],
    [1e15, "de", "1000000000000000"],
    [null, "de", ""],
  ])("%d in %s is written “%s”", (value, language, text) => {
    expect(writeNumber(value as number | null, language as string)).toBe(text);
  });

  it("is read as it was written", () => {
    for (const value of [0.125, 1.234, 1234, -33.3, 22.6459259259259, 1e12, 0.1 + 0.2])
      for (const language of ["de", "en"]) {
        const read = readNumber(writeNumber(value, language), language);
        expect(read).toEqual({ value: Number(value.toPrecision(15)) });
      }
  });
});
