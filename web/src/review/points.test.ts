// @vitest-environment happy-dom
import { beforeEach, expect, it } from "vitest";
import { speak } from "../testing/stage";
import { pointsOf } from "./points";
import type { ReviewPageData } from "./review-query";

beforeEach(() => speak());

const movedOf = (objective: object) =>
  pointsOf({
    cycle: { id: "c", state: "review" },
    objectives: [
      {
        score: 1,
        quadrant: "worked",
        view: {
          objective: { id: "o", title: "Objective", ...objective },
          outcome: { baseline: 34, now: 36, decimals: 0, estimated: false, effect: 1, soFar: null },
        },
      },
    ],
  } as unknown as ReviewPageData)[0]?.moved;

it("tells a share of supply in per cent, whatever unit was written", () => {
  expect(movedOf({ outcomeKind: "supply", outcomeUnit: "" })).toBe("34 → 36\u00a0%");
  expect(movedOf({ outcomeKind: "own", outcomeUnit: "Muster" })).toBe("34 → 36");
});
