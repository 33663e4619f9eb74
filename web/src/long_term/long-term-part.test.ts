import { expect, it } from "vitest";
import { dueIn, type GoalLine, presentOf, takesMilestone } from "./long-term-part";

const cycle = (id: string | null, state: string | null, startsOn = "", endsOn = "") =>
  ({ id, state, name: "", startsOn, endsOn, week: 0, weeks: 0 }) as Parameters<
    typeof presentOf
  >[0][number];
const line = (members: object = {}, goal: object = {}) =>
  ({
    goal: { due: "2027-10-20", state: "open", ...goal },
    asks: true,
    steps: [],
    ...members,
  }) as unknown as GoalLine;

it("finds the present cycle: the running one, else the one in review, else the next that is planned", () => {
  const closed = cycle("1", "closed");
  const coming = cycle(null, null);
  expect(presentOf([closed, cycle("2", "active"), cycle("3", "planning"), coming])).toBe(1);
  expect(presentOf([closed, cycle("2", "review"), cycle("3", "planning"), coming])).toBe(1);
  expect(presentOf([closed, cycle("3", "planning"), coming])).toBe(1);
  expect(presentOf([closed, closed, coming])).toBe(1);
  expect(presentOf([coming, coming])).toBe(0);
});

it("takes milestones in cycles that are not over, up to the goal, which is never passed", () => {
  const before = cycle(null, null, "2027-03-20", "2027-09-19");
  const within = cycle(null, null, "2027-09-20", "2028-03-19");
  expect(takesMilestone(line(), before)).toBe(true);
  expect(takesMilestone(line(), within)).toBe(true);
  expect(takesMilestone(line(), cycle(null, null, "2028-03-20"))).toBe(false);
  expect(takesMilestone(line(), cycle("1", "closed", "2026-03-20"))).toBe(false);
  expect(takesMilestone(line({}, { state: "reached" }), before)).toBe(false);
  expect(dueIn(line(), before)).toBe("2027-09-19");
  expect(dueIn(line(), within)).toBe("2027-10-20");
});
