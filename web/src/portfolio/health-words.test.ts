// @vitest-environment happy-dom
import { t } from "i18next";
import { beforeEach, expect, it } from "vitest";
import { speak } from "../testing/stage";
import { healthWords } from "./health-words";

beforeEach(() => speak("de"));

it("says of an outdated account how many of its key results are", () => {
  expect(healthWords({ health: "outdated", outdated: 1 }, t)).toBe("1 Key Result veraltet");
  expect(healthWords({ health: "outdated", outdated: 3 }, t)).toBe("3 Key Results veraltet");
});

it("says of every other one its state alone, the worst there is", () => {
  expect(healthWords({ health: "at_risk", outdated: 2 }, t)).toBe("gefährdet");
  expect(healthWords({ health: "on_track", outdated: 0 }, t)).toBe("im Plan");
});
