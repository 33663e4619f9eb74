// @vitest-environment happy-dom
import i18next from "i18next";
import { beforeEach, expect, it } from "vitest";
import "../testing/stage";
import { speak } from "../testing/stage";
import { outcomeWords } from "./outcome-words";

type Row = Parameters<typeof outcomeWords>[0];
const row: Row = {
  baseline: 34,
  now: 31,
  target: 36,
  outcomeKind: "supply",
  outcomeUnit: "",
  decimals: 1,
};
const said = (more: Partial<Row>) =>
  outcomeWords({ ...row, ...more }, i18next.t).replaceAll("\u00a0", " ");

beforeEach(() => speak("de"));

it("says the fact first, in the outcome's own figures", () => {
  expect(said({})).toBe("34 auf 31 %, Ziel 36 %");
  expect(
    said({ outcomeKind: "own", outcomeUnit: "Anforderungen", baseline: 0, now: 3, target: 12 }),
  ).toBe("0 auf 3 Anforderungen, Ziel 12");
  expect(said({ baseline: 22.645926, now: 25.185185 })).toBe("22,6 auf 25,2 %, Ziel 36 %");
});

it("leaves out what is not known", () => {
  expect(said({ now: null })).toBe("begonnen bei 34 %, Ziel 36 %");
  expect(said({ baseline: null, target: null })).toBe("31 %");
  expect(said({ baseline: null, now: null, target: null })).toBe("");
});

it("says it in English, too", async () => {
  await speak("en");
  expect(said({})).toBe("34 to 31%, target 36%");
});
