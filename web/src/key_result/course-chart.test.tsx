// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { show, speak } from "../testing/stage";
import { amount, CourseChart } from "./course-chart";
import type { Page } from "./key-result-part";

beforeEach(() => speak("de"));

const page = (view: object = {}, members: object = {}) =>
  ({
    today: "2026-11-24",
    due: "2027-03-19",
    cycle: { startsOn: "2026-09-20", state: "active" },
    chart: [{ on: "2026-10-20", value: 3, progress: 0.3 }],
    silences: [],
    view: {
      keyResult: {
        kind: "metric",
        follows: "check_ins",
        start: 0,
        target: 10,
        unit: "Muster",
        stages: [],
      },
      start: 0,
      value: 3,
      stage: null,
      progress: 0.3,
      expected: 0.37,
      falling: false,
      decimals: 1,
      sites: [],
      forecast: null,
      ...view,
    },
    ...members,
  }) as unknown as Page;
const said = () => screen.getByRole("img").getAttribute("aria-label")?.replaceAll("\u00a0", " ");

it("says the chart in one sentence", () => {
  const { again } = show(<CourseChart page={page()} />);
  expect(said()).toBe(
    "Verlauf von 20.09.2026 bis 19.03.2027: zuletzt 3 Muster, Ziel 10, bis heute erwartet 37 %",
  );
  const forecast = { low: 6, likely: 8, high: 9, chance: 0.1, reachedInDays: null };
  const silences = [{ from: "2026-11-10", to: "2026-11-24" }];
  again(<CourseChart page={page({ forecast }, { silences })} />);
  expect(said()).toMatch(/erwartet 37 %, wahrscheinlich 6–9 Muster, zeitweise veraltet$/);
});

it("stands although a kept answer of an older version tells no silences", () => {
  show(<CourseChart page={page({}, { silences: undefined })} />);
  expect(said()).toMatch(/^Verlauf von /);
});

it("names a stage instead of its degree", () => {
  const stages = [0, 40, 100].map((degree, place) => ({ title: `Stufe ${place}`, degree }));
  const staged = page({ keyResult: { kind: "stages", stages, unit: "" } });
  expect(amount(staged, 40)).toBe("Stufe 1");
  expect(amount(staged, 50).replace("\u00a0", " ")).toBe("50 %");
  expect(amount(page(), 3)).toBe("3 Muster");
});
