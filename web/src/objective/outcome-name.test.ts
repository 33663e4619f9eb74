// @vitest-environment happy-dom
import i18next from "i18next";
import { beforeEach, expect, it } from "vitest";
import { speak } from "../testing/stage";
import { outcomeName, outcomeUnit } from "./outcome-name";

type Measured = Parameters<typeof outcomeName>[0];
const share: Measured = {
  outcomeKind: "supply",
  outcome: "",
  outcomeAreas: [],
  outcomeSites: [],
  outcomeUnit: "",
};
const named = (more: Partial<Measured> = {}) => outcomeName({ ...share, ...more }, i18next.t);

beforeEach(() => speak("de"));

it("is in the words that the team chose", () => {
  expect(named({ outcome: "Lieferanteil Antriebe" })).toBe("Lieferanteil Antriebe");
});

it("is what it is measured by where nobody wrote words", () => {
  expect(named()).toBe("Lieferanteil");
  expect(named({ outcomeAreas: ["a", "b"] })).toBe("Lieferanteil in 2 Produktbereichen");
  expect(named({ outcomeAreas: ["a"], outcomeSites: ["s"] })).toBe(
    "Lieferanteil in einem Produktbereich an einem Standort",
  );
  expect(named({ outcomeKind: "kpi" })).toBe("Kennzahl");
});

it("says it in English, too", async () => {
  await speak("en");
  expect(named({ outcomeAreas: ["a"], outcomeSites: ["s", "t"] })).toBe(
    "share of supply in one product area at 2 sites",
  );
});

it("has its unit, which of a share is per cent", () => {
  expect(outcomeUnit(share)).toBe("%");
  expect(outcomeUnit({ outcomeKind: "own", outcomeUnit: "Muster" })).toBe("Muster");
});
