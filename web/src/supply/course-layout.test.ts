import { expect, it } from "vitest";
import { apart, labelled, ticksTo } from "./course-layout";

it.each([
  [0.56, [0, 0.2, 0.4, 0.6]],
  [1, [0, 0.25, 0.5, 0.75, 1]],
  [2261, [0, 1000, 2000, 3000]],
  [0, [0, 1]],
])("has three or four grid lines of a round step above %s", (most, ticks) => {
  expect(ticksTo(most)).toEqual(ticks);
});

it("keeps lines of text off each other and above the bottom", () => {
  expect(apart([10, 50, 52], 16, 200)).toEqual([10, 50, 66]);
  expect(apart([198, 200, 20], 16, 200)).toEqual([184, 200, 20]);
});

it("names the last place, and those before it that have room", () => {
  expect(labelled([0, 30, 60, 100], 40)).toEqual([true, false, true, true]);
  expect(labelled([0, 50, 100], 40)).toEqual([true, true, true]);
});
