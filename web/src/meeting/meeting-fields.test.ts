import { expect, test } from "vitest";
import { atHourOf } from "./meeting-fields";

test("the next meeting is at the same hour of its day, whatever the clocks do between them", () => {
  const before = new Date(2026, 9, 20, 9, 30);
  const after = new Date(atHourOf(before.toISOString(), "2027-02-28"));
  expect([after.getFullYear(), after.getMonth(), after.getDate()]).toEqual([2027, 1, 28]);
  expect([after.getHours(), after.getMinutes()]).toEqual([9, 30]);
});

test("the last day of a month stays in its month", () => {
  const before = new Date(2026, 0, 31, 9);
  const after = new Date(atHourOf(before.toISOString(), "2026-04-30"));
  expect([after.getMonth(), after.getDate()]).toEqual([3, 30]);
});
