import { expect, it } from "vitest";
import type { Schemas } from "../api/client";
import type { PlanPageData } from "./plan-query";
import { firstStep, stepStates } from "./step-states";

const row = (decision: "done" | null, state = "active") => ({ decision, state });
const plan = (more: object = {}) =>
  ({
    cycle: { state: "planning" },
    previous: null,
    previousRows: [],
    waitingToCarry: 0,
    focusTopics: [],
    objectives: [],
    readiness: [{ code: "has_objective", met: false, blocking: true }],
    sinceStart: [],
    ...more,
  }) as unknown as PlanPageData;
const heard = (waiting: number, questions = 0) =>
  ({
    signals: [...Array(waiting).fill({ waits: true }), { waits: false }],
    questions: Array(questions).fill({}),
  }) as unknown as Schemas["SignalBoard"];
const ready = [
  { met: true, blocking: true },
  { met: false, blocking: false },
];
const objective = { objective: { state: "draft" }, total: 3 };

it("has nothing to look back on in a first cycle, and waits for what is not decided later", () => {
  const back = (more: object) => stepStates(plan(more), heard(0)).back;
  expect(back({})).toEqual({ done: true, says: { key: "first" } });
  expect(back({ previous: { state: "active" } }).done).toBe(false);
  const previous = { state: "review" };
  const some = [row("done"), row(null), row(null, "dropped")];
  expect(back({ previous, previousRows: some })).toEqual({
    done: false,
    says: { key: "toDecide", count: 1, of: 2 },
  });
  expect(back({ previous, previousRows: [row("done")], waitingToCarry: 1 }).done).toBe(false);
  expect(back({ previous, previousRows: [row("done")] }).done).toBe(true);
});

it("counts the signals that wait, and lets questions be open", () => {
  const changed = (signals: number, questions: number) =>
    stepStates(plan(), heard(signals, questions)).changed;
  expect(changed(2, 1)).toEqual({ done: false, says: { key: "waiting", count: 2 } });
  expect(changed(0, 1)).toEqual({ done: true, says: { key: "open", count: 1 } });
});

it("is not ready while something blocks the start, and says how many hints are left", () => {
  const { objectives, start } = stepStates(plan({ objectives: [objective] }), heard(0));
  expect(objectives).toEqual({ done: false, says: { key: "objectives", count: 1, of: 3 } });
  expect(start.says).toEqual({ key: "missing", count: 1 });
  const later = stepStates(plan({ objectives: [objective], readiness: ready }), heard(0));
  expect(later.objectives.done).toBe(true);
  expect(later.start.says).toEqual({ key: "hints", count: 1 });
});

it("begins at the first step that lacks something, and at the objectives of what has begun", () => {
  expect(firstStep(plan(), heard(0))).toBe("focus");
  expect(firstStep(plan(), heard(1))).toBe("changed");
  expect(firstStep(plan({ focusTopics: [{ votes: 0 }] }), heard(0))).toBe("objectives");
  const done = { focusTopics: [{ votes: 3 }], objectives: [objective], readiness: ready };
  expect(firstStep(plan(done), undefined)).toBe("start");
  expect(firstStep(plan({ cycle: { state: "closed" } }), heard(3))).toBe("objectives");
});
