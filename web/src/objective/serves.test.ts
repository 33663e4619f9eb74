// @vitest-environment happy-dom
import i18next from "i18next";
import { beforeEach, expect, it } from "vitest";
import type { Schemas } from "../api/client";
import { speak } from "../testing/stage";
import { servesWords } from "./serves";

beforeEach(() => speak("de"));

const goals = ["Ausschreibung", "Umsatz", "Oelde"].map((title) => ({
  goal: { id: title, title } as Schemas["LongTermGoal"],
}));
const words = (links: [string, "contributes" | "supports"][]) =>
  servesWords({ goals: links.map(([goal, kind]) => ({ goal, kind })) }, goals, i18next.t);

it("tells apart what is a step to a goal and what only supports one", () => {
  expect(
    words([
      ["Oelde", "supports"],
      ["Ausschreibung", "contributes"],
      ["Umsatz", "contributes"],
    ]),
  ).toBe("trägt bei: Ausschreibung, Umsatz · unterstützt nur: Oelde");
  expect(words([["Oelde", "supports"]])).toBe("unterstützt nur: Oelde");
  expect(words([])).toBe("dient noch keinem langfristigen Ziel");
});
