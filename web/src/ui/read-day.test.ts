import { describe, expect, it, test } from "vitest";
import { isDay, isInstant, readDay, readTime } from "./read-day";

const today = "2026-11-24";

test.each([
  ["24.11.2026", "2026-11-24"],
  [" 24. 11. 2026 ", "2026-11-24"],
  ["24.11.", "2026-11-24"],
  ["24.11", "2026-11-24"],
  ["3.2.27", "2027-02-03"],
  ["2026-11-24", "2026-11-24"],
  ["24/11/2026", "2026-11-24"],
  ["24-11-2026", "2026-11-24"],
  ["24,11,2026", "2026-11-24"],
  ["24 Nov 2026", "2026-11-24"],
  ["24 november", "2026-11-24"],
  ["1. März 2027", "2027-03-01"],
  ["1 Mar 2027", "2027-03-01"],
  ["6. Jänner 2027", "2027-01-06"],
  ["31 Dec 2026", "2026-12-31"],
  ["31. Dez. 2026", "2026-12-31"],
  ["24112026", "2026-11-24"],
  ["241126", "2026-11-24"],
  ["29.2.2028", "2028-02-29"],
  ["heute", "2026-11-24"],
  ["Today", "2026-11-24"],
  ["morgen", "2026-11-25"],
  ["übermorgen", "2026-11-26"],
  ["yesterday", "2026-11-23"],
])("“%s” is the day %s", (text, day) => {
  expect(readDay(text, today)).toBe(day);
});

test.each([
  "32.11.",
  "24.13.2026",
  "29.2.2027",
  "11/24/2026",
  "24",
  "24.11.202",
  "24.11.2026.1",
  "24 Novelty 2026",
  "24 no 2026",
  "demnächst",
  "constructor",
  "-24.11.2026",
  "2026-11",
])("“%s” is no day", (text) => {
  expect(readDay(text, today)).toBeUndefined();
});

it("takes nothing for no day at all", () => {
  expect([readDay("", today), readDay("  ", today)]).toEqual([null, null]);
});

it("takes a year that nobody wrote for the nearest, rather ahead than back, within the bounds", () => {
  expect(readDay("1.1.", "2027-01-01")).toBe("2027-01-01");
  expect(readDay("1.1.", "2026-11-26")).toBe("2027-01-01");
  expect(readDay("1.6.", "2026-11-26")).toBe("2027-06-01");
  expect(readDay("7.11.", "2026-11-26")).toBe("2026-11-07");
  expect(readDay("1.12.", "2026-11-26", { max: "2026-11-26" })).toBe("2025-12-01");
  expect(readDay("1.6.", "2026-11-26", { min: "2028-01-01" })).toBe("2028-06-01");
  expect(readDay("29.2.", "2026-11-26")).toBe("2028-02-29");
});

test.each([
  ["9:30", "09:30"],
  ["09.30", "09:30"],
  ["0930", "09:30"],
  ["930", "09:30"],
  ["9", "09:00"],
  ["9 Uhr", "09:00"],
  ["9h30", "09:30"],
  ["23:59", "23:59"],
])("“%s” is %s", (text, time) => {
  expect(readTime(text)).toBe(time);
});

test.each(["", "24:00", "9:60", "9:3", "früh", "9:30:00"])("“%s” is no time of day", (text) => {
  expect(readTime(text)).toBeUndefined();
});

describe("what can be sent", () => {
  it("is a day that there is", () => {
    expect(["2026-11-24", "2026-02-30", "24.11.2026", "", null].map(isDay)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it("is an instant as the API writes it", () => {
    expect(["2026-11-24T09:30:00Z", "2026-11-24T09:30:00.000Z"].map(isInstant)).toEqual([
      true,
      true,
    ]);
    expect(["2026-11-24", "2026-11-24T09:30", "2026-11-24 09:30", null].map(isInstant)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});
