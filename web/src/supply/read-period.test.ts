import { expect, test } from "vitest";
import { readPeriod } from "./read-period";

test.each([
  ["Q4/26", "quarter", "2026-10-01"],
  ["Q4 2026", "quarter", "2026-10-01"],
  ["Q1'25", "quarter", "2025-01-01"],
  ["4. Quartal 2026", "quarter", "2026-10-01"],
  ["2026-Q4", "quarter", "2026-10-01"],
  ["2026 Q2", "quarter", "2026-04-01"],
  ["IV/2026", "quarter", "2026-10-01"],
  ["Okt 26", "month", "2026-10-01"],
  ["März 2025", "month", "2025-03-01"],
  ["December 2025", "month", "2025-12-01"],
  ["10/2026", "month", "2026-10-01"],
  ["04/2026", "month", "2026-04-01"],
  ["2026-10", "month", "2026-10-01"],
  ["2026", "year", "2026-01-01"],
  ["15.11.2026", "quarter", "2026-10-01"],
  ["2026-11-15", "quarter", "2026-10-01"],
])("“%s” is a %s that begins on %s", (text, period, startsOn) => {
  expect(readPeriod(text, "quarter")).toEqual({ period, startsOn });
});

test.each(["", "4/2026", "Q5 2026", "13/2026", "260", "Werk 2", "Foo 2026", "IV"])(
  "“%s” is no period",
  (text) => expect(readPeriod(text, "quarter")).toBeUndefined(),
);
