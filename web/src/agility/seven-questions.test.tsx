// @vitest-environment happy-dom
import { screen, within } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, expect, it, vi } from "vitest";
import { MayContext } from "../app/may";
import { show, speak } from "../testing/stage";
import { NextSteps } from "./next-steps";
import type { Question } from "./raw-words";
import { SevenQuestions } from "./seven-questions";

vi.mock("@tanstack/react-router", () => ({
  Link: ({ children, to, params, ...props }: Record<string, unknown>) => (
    <a href={String(to).replace(/\$\w+/, String(Object.values(params as object)[0]))} {...props}>
      {children as ReactNode}
    </a>
  ),
}));

const question = (code: string, more: Partial<Question> = {}): Question => ({
  code,
  score: 100,
  before: null,
  good: true,
  raw: [1, 2],
  advice: "keep",
  next: null,
  ...more,
});

const weak = question("freshness", {
  score: 46.7,
  before: 10,
  good: false,
  raw: [14, 30],
  advice: "check_in",
  next: {
    advice: "check_in",
    place: "key_result",
    of: "k1",
    name: "weitere 5 Standorte",
    days: 19,
    person: "ja",
  },
});
const people = [{ id: "ja", name: "Jonas Albers" }];

const seven = (questions: Question[]) => (
  <SevenQuestions questions={questions} goodFrom={75} before="Zyklus 1" now="Zyklus 2" />
);
const about = (name: string) => screen.getByRole("heading", { name }).closest("li") as HTMLElement;

beforeEach(() => speak("de"));

it("tells each question in one sentence, with the cycle before, its raw number and what would help", () => {
  show(seven([weak, question("adaptation")]));
  const told = within(about("Aktualität"));
  expect(told.getByRole("img", { name: "Aktualität: 47, in Zyklus 1 10" })).toBeTruthy();
  expect(told.getByText("14 von 30")).toBeTruthy();
  expect(told.getByRole("link", { name: "Check-in öffnen" }).getAttribute("href")).toBe(
    "/key-results/k1",
  );
  expect(within(about("Anpassung")).getByText("Gut so.")).toBeTruthy();
});

it("gives no marks for nothing", () => {
  show(
    seven([
      question("learning", { score: null, good: null, raw: [0, 0], advice: "no_review" }),
      question("cadence", { score: null, good: null, raw: [null, 0, 0], advice: "start_cycle" }),
    ]),
  );
  const learning = within(about("Lernen"));
  expect(learning.getByRole("img", { name: "Lernen: noch keine Zahl" })).toBeTruthy();
  expect(learning.getByText("noch kein Rückblick")).toBeTruthy();
  expect(learning.queryByText("0 von 0")).toBeNull();
  expect(within(about("Rhythmus")).getByText("noch kein Zyklus und kein Meeting")).toBeTruthy();
});

it.each([
  [{ code: "sensing", raw: [1, 1] }, "1", "Signal im Monat, erfasst nach 1 Tag"],
  [{ code: "sensing", raw: [1.43, 2.5] }, "1,4", "Signale im Monat, erfasst nach 2,5 Tagen"],
  [
    { code: "cadence", raw: [6, 1, 1] },
    "1 von 1",
    "Meeting pünktlich gehalten, Länge des Zyklus: 6 Monate",
  ],
  [{ code: "adaptation", raw: [1, 1] }, "1 von 1", "Objective im Zyklus mit Grund geändert"],
  [
    { code: "long_term_tie", raw: [1, 1, 1, 3] },
    "1 von 3",
    "langfristigen Zielen haben einen Schritt; 1 von 1 Objective trägt bei",
  ],
])("counts one as one: %o", (of, figure, words) => {
  show(seven([question(of.code, { raw: of.raw })]));
  expect(screen.getByText(figure)).toBeTruthy();
  expect(screen.getByText(words)).toBeTruthy();
});

it("names what is worth doing next, how long it has waited and whose it is", () => {
  show(<NextSteps questions={[weak, question("adaptation")]} people={people} />);
  const [step, ...more] = screen.getAllByRole("listitem");
  expect(more).toEqual([]);
  expect(step?.textContent).toContain("Check-in zu „weitere 5 Standorte“ machen");
  expect(step?.textContent).toContain("seit 19 Tagen still, Jonas Albers · hebt: Aktualität");
});

it("tells whoever may not write where to look, not what to do", () => {
  show(
    <MayContext value={{ contribute: false, manage: false }}>
      <NextSteps questions={[weak]} people={people} />
    </MayContext>,
  );
  expect(screen.getByRole("link", { name: "Ansehen" })).toBeTruthy();
});

it("says so where no question lags behind", () => {
  show(<NextSteps questions={[question("adaptation")]} people={people} />);
  expect(screen.getByText("Keine der Fragen bleibt zurück.")).toBeTruthy();
});
