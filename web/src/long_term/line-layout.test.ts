import { expect, it } from "vitest";
import { endOf, type LineCycle, laidOut, lineLabel, placed, positionOf } from "./line-layout";

const cycle = (name: string, startsOn: string, endsOn: string): LineCycle => ({
  id: name,
  name,
  startsOn,
  endsOn,
  state: null,
  week: 0,
  weeks: 0,
});
const { columns, width } = laidOut(
  [
    cycle("1", "2026-03-20", "2026-09-19"),
    cycle("2", "2026-09-20", "2027-03-19"),
    cycle("3", "2027-03-20", "2027-09-19"),
  ],
  1,
  { past: 80, now: 300, coming: 150 },
);

it("draws the present cycle wider than those to come, and these wider than the past", () => {
  expect(columns.map((column) => [column.at, column.width, column.now])).toEqual([
    [0, 80, false],
    [80, 300, true],
    [380, 150, false],
  ]);
  expect(width).toBe(530);
});

it("is linear inside a cycle", () => {
  expect(positionOf("2026-09-20", columns, width)).toBe(80);
  expect(positionOf("2026-12-19", columns, width)).toBeCloseTo(230, 0);
  expect(positionOf("2027-03-20", columns, width)).toBe(380);
  expect(positionOf("2020-01-01", columns, width)).toBe(0);
  expect(positionOf("2040-01-01", columns, width)).toBe(width);
});

it("ends where the words of its last mark end, or with its last cycle", () => {
  expect(endOf(["2026-12-01"], columns, width)).toBe(width);
  expect(endOf(["2026-12-01", "2027-09-19"], columns, width)).toBe(width + lineLabel);
  expect(endOf([], columns, width)).toBe(width);
});

it("puts marks whose words would meet below each other, and leaves each its room", () => {
  const marks = placed([100, 150, 400], 600);
  expect(marks.map(({ row }) => row)).toEqual([0, 1, 0]);
  expect(marks.map(({ room }) => room)).toEqual([300, 450, 200]);
});

it("leaves the rows that the steps of a cycle take to them", () => {
  const steps = [
    { at: 0, width: 330, rows: 2 },
    { at: 700, width: 100, rows: 1 },
  ];
  const marks = placed([329, 331, 331 + lineLabel, 690], 900, steps);
  expect(marks.map(({ row }) => row)).toEqual([2, 0, 0, 1]);
  expect(marks.map(({ room }) => room)).toEqual([571, lineLabel, 700 - 331 - lineLabel, 210]);
});

it("lets the words of a mark stand before it where they would pass the end", () => {
  const marks = placed([300, 470, 590, 600], 600);
  expect(marks.map(({ back }) => back)).toEqual([false, true, true, true]);
  expect(marks.map(({ row }) => row)).toEqual([0, 1, 0, 2]);
  expect(marks[0]?.room).toBe(590 - lineLabel - 300);
  const onSteps = placed([600], 600, [{ at: 400, width: 200, rows: 1 }]);
  expect(onSteps.map(({ row }) => row)).toEqual([1]);
});
