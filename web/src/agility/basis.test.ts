// @vitest-environment happy-dom
import i18next from "i18next";
import { beforeEach, expect, it } from "vitest";
import type { Schemas } from "../api/client";
import { speak } from "../testing/stage";
import { basisOf } from "./agility-page";

beforeEach(() => speak("de"));

const said = (total: number | null, scores: (number | null)[]) =>
  basisOf(
    { total, figures: scores.map((score) => ({ score })) } as Schemas["AgilityPage"]["now"],
    i18next.t,
  );

it("says from how many questions the total comes, and why there is none", () => {
  expect(said(80, [100, 60, null])).toBe("Gesamtwert aus 2 von 3 Fragen");
  expect(said(null, [100, 75, null])).toMatch(/^Noch kein Gesamtwert: Was der Plan selbst zeigt/);
  expect(said(null, [null])).toBe("Noch kein Gesamtwert: Zu keiner der Fragen gibt es Daten.");
});
