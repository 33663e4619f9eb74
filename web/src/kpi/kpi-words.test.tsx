// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import i18next from "i18next";
import { beforeEach, expect, it } from "vitest";
import type { Schemas } from "../api/client";
import { show, speak } from "../testing/stage";
import KpiChart from "./kpi-chart";
import { targetText, valueText } from "./kpi-words";

const kpi = (more: Partial<Schemas["Kpi"]> = {}) =>
  ({
    id: "k",
    account: "a",
    name: "Liefertreue",
    unit: "%",
    decimals: 1,
    direction: "up",
    lower: 96,
    upper: null,
    ...more,
  }) as Schemas["Kpi"];
const values = [
  { id: "1", on: "2026-03-01", value: 91.2, source: "" },
  { id: "2", on: "2026-11-23", value: 97, source: "" },
] as Schemas["KpiValue"][];
const plain = (text: string) => text.replaceAll("\u00a0", " ");

beforeEach(() => speak("de"));

it.each([
  [{}, "Ziel mindestens 96 %"],
  [{ direction: "down", lower: null, upper: 50, unit: "ppm" }, "Ziel höchstens 50 ppm"],
  [{ direction: "corridor", lower: 96.5, upper: 100 }, "Ziel 96,5 bis 100 %"],
  // A bound that its direction does not have says nothing.
  [{ direction: "down", lower: 96, upper: null }, ""],
] as [Partial<Schemas["Kpi"]>, string][])("says where a KPI should be: %o", (of, said) => {
  expect(plain(targetText(kpi(of), i18next.t))).toBe(said);
});

it("keeps a value as it was entered, with its unit", () => {
  expect(plain(valueText(96.25, { unit: "%" }))).toBe("96,25 %");
  expect(valueText(4, { unit: "" })).toBe("4");
});

it("tells the chart in one sentence, and the last figure at the line's end", () => {
  show(<KpiChart view={{ kpi: kpi(), values, good: true }} />);
  const chart = screen.getByRole("img");
  expect(plain(chart.getAttribute("aria-label") ?? "")).toBe(
    "Liefertreue vom 01.03.2026 bis 23.11.2026: von 91,2 % auf 97 %, Ziel mindestens 96 %",
  );
  const words = [...chart.querySelectorAll("text")].map((text) => plain(text.textContent ?? ""));
  expect(words).toContain("97 %");
  expect(words).toContain("Ziel 96 %");
});

it("draws the band of a corridor", () => {
  const of = kpi({ direction: "corridor", lower: 96, upper: 99 });
  show(<KpiChart view={{ kpi: of, values, good: true }} />);
  expect(screen.getByRole("img").querySelectorAll("rect")).toHaveLength(1);
});
