// @vitest-environment happy-dom
import { screen, within } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, expect, it, vi } from "vitest";
import { answered, serve } from "../testing/server";
import { show, speak } from "../testing/stage";
import type { Cockpit } from "./cockpit-query";
import { LongTermLine } from "./long-term-line";

vi.mock("@tanstack/react-router", async (original) => ({
  ...(await original<object>()),
  Link: ({ to, hash, children, ...rest }: { to: string; hash?: string; children: ReactNode }) => (
    <a
      href={hash ? `${to}#${hash}` : to}
      aria-label={(rest as { "aria-label"?: string })["aria-label"]}
    >
      {children}
    </a>
  ),
}));

beforeEach(async () => {
  await speak("de");
  serve(() => answered({ revision: 1, entries: [] }));
});

const goal = (id: string, members: object = {}) => ({
  goal: {
    id,
    account: "t",
    title: `Ziel ${id}`,
    due: "2028-05-25",
    kind: "strategic",
    state: "open",
  },
  monthsLeft: 18,
  stepsInCycle: 0,
  asks: false,
  milestones: [],
  ...members,
});
const objective = (id: string, goals: object[], state = "active") => ({
  objective: { id, title: `Objective ${id}`, goals, state },
  progress: 0.55,
  outdated: 0,
});
const cockpit = (goals: object[], objectives: object[] = []) =>
  ({
    account: { id: "t", name: "Teutonia" },
    today: "2026-11-24",
    cycle: "c",
    cycles: [
      {
        cycle: {
          id: "c",
          name: "Zyklus 2",
          startsOn: "2026-09-20",
          endsOn: "2027-03-19",
          state: "active",
        },
        week: 10,
        weeks: 26,
      },
    ],
    coming: [{ name: "2027 H1", startsOn: "2027-03-20", endsOn: "2027-09-19" }],
    goals,
    objectives,
  }) as unknown as Cockpit;
const onGoal = vi.fn();
const lane = (title: string) => {
  const found = screen.getAllByRole("listitem").find((one) => one.textContent?.includes(title));
  return within(found as HTMLElement);
};

it("says which objectives contribute to a goal, and which support it", () => {
  const links = (kind: string) => [{ goal: "a", kind }];
  const objectives = [
    objective("x", links("contributes")),
    objective("y", links("supports")),
    objective("z", links("contributes"), "dropped"),
  ];
  show(<LongTermLine cockpit={cockpit([goal("a")], objectives)} onGoal={onGoal} />);
  const steps = lane("Ziel a").getAllByRole("link");
  for (const [index, name] of [/^O1 55\s% trägt bei$/, /^O2 55\s% unterstützt nur$/].entries())
    expect(lane("Ziel a").getByRole("link", { name })).toBe(steps[index]);
  expect(steps.length).toBe(2);
  expect(steps[0]?.getAttribute("href")).toBe("#x");
});

it("asks for a step where the server says so: what only supports a goal is none", () => {
  const objectives = [objective("x", [{ goal: "a", kind: "supports" }])];
  const goals = [goal("a", { asks: true }), goal("b")];
  show(<LongTermLine cockpit={cockpit(goals, objectives)} onGoal={onGoal} />);
  expect(lane("Ziel a").getByRole("link", { name: "noch kein Schritt" })).toBeTruthy();
  expect(lane("Ziel b").queryByRole("link")).toBeNull();
});

it("names milestones by their day, and those that were reached", () => {
  const milestones = [
    { id: "m", title: "Muster laufen", due: "2027-07-01", reachedOn: null },
    { id: "n", title: "Lastenheft nennt uns", due: "2027-08-01", reachedOn: "2026-11-01" },
  ];
  show(<LongTermLine cockpit={cockpit([goal("a", { milestones })])} onGoal={onGoal} />);
  const names = lane("Ziel a")
    .getAllByRole("link")
    .map((mark) => mark.getAttribute("aria-label"));
  expect(names).toEqual([
    "Etappe bis 01.07.2027: Muster laufen",
    "Etappe erreicht: Lastenheft nennt uns",
  ]);
});

it("says in which week of the cycle we are, and opens a goal", async () => {
  const { person } = show(<LongTermLine cockpit={cockpit([goal("a")])} onGoal={onGoal} />);
  expect(screen.getByText("Zyklus 2 · Woche 10 von 26")).toBeTruthy();
  expect(screen.getByRole("img", { name: "Woche 10 von 26" })).toBeTruthy();
  await person.click(screen.getByRole("button", { name: "Ziel a" }));
  expect(onGoal).toHaveBeenLastCalledWith(expect.objectContaining({ id: "a" }));
  await person.click(screen.getByRole("button", { name: "Langfristiges Ziel anlegen" }));
  expect(onGoal).toHaveBeenLastCalledWith();
});
