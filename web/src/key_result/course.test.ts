import { expect, it } from "vitest";
import { courseOf, roundTicks } from "./course";

type Source = Parameters<typeof courseOf>[0];
const source = (keyResult: object, view: object, chart: object[]) =>
  ({
    due: "2027-03-19",
    chart,
    view: {
      start: null,
      forecast: null,
      sites: [],
      ...view,
      keyResult: { stages: [], ...keyResult },
    },
  }) as unknown as Source;
const point = (on: string, value: number | null, progress: number | null = null) => ({
  on,
  value,
  progress,
});

it("draws a metric in its unit, from its start to its target", () => {
  const course = courseOf(
    source({ kind: "metric", start: 0, target: 9 }, { start: 0 }, [point("2026-10-01", 3, 1 / 3)]),
  );
  expect(course).toMatchObject({ percent: false, start: 0, wanted: [9], low: 0, expected: true });
  expect(course.points).toEqual([{ on: "2026-10-01", at: 3 }]);
  expect(course.ticks.at(-1)).toBeGreaterThanOrEqual(9);
});

it("draws stages in per cent, one line a stage", () => {
  const stages = [0, 20, 70, 100].map((degree) => ({ title: `${degree}`, degree }));
  const course = courseOf(
    source({ kind: "stages", target: null, stages }, {}, [point("2026-10-01", null, 0.7)]),
  );
  expect(course).toMatchObject({ percent: true, start: 0, wanted: [100], ticks: [0, 20, 70, 100] });
  expect(course.points).toEqual([{ on: "2026-10-01", at: 70 }]);
});

it("expects nothing of a corridor but that it is held", () => {
  const course = courseOf(
    source({ kind: "corridor", lower: 96, upper: null }, {}, [point("2026-10-01", 97)]),
  );
  expect(course).toMatchObject({ start: null, wanted: [96], expected: false });
});

it("has room for what came after the due date, and no more for a forecast than the way is long", () => {
  const course = courseOf(
    source(
      { kind: "metric", start: 0, target: 10 },
      { start: 0, forecast: { low: 4, high: 400 } },
      [point("2027-04-02", 4)],
    ),
  );
  expect(course.ends).toBe("2027-04-02");
  expect(course.high).toBeLessThanOrEqual(20);
});

it("has three to five round numbers at its side", () => {
  expect(roundTicks(0, 9)).toEqual([0, 5, 10]);
  expect(roundTicks(0, 10)).toEqual([0, 5, 10]);
  expect(roundTicks(75.4, 100)).toEqual([70, 80, 90, 100]);
  expect(roundTicks(-3, 5)).toEqual([-5, 0, 5]);
  expect(roundTicks(0.1, 0.3)).toEqual([0.1, 0.2, 0.3]);
  expect(roundTicks(4, 4).length).toBeGreaterThanOrEqual(2);
});
