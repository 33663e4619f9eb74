// @vitest-environment happy-dom
import { screen, within } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, expect, it, vi } from "vitest";
import { answered, serve } from "../testing/server";
import { show, speak } from "../testing/stage";
import { GoalLanes } from "./goal-lanes";
import { GoalList } from "./goal-list";
import { type GoalsProps, type Page, presentOf } from "./long-term-part";

vi.mock("@tanstack/react-router", async (original) => ({
  ...(await original<object>()),
  Link: ({
    to,
    hash,
    title,
    children,
  }: {
    to: string;
    hash?: string;
    title?: string;
    children: ReactNode;
  }) => (
    <a href={hash ? `${to}#${hash}` : to} title={title}>
      {children}
    </a>
  ),
}));

beforeEach(async () => {
  await speak("de");
  serve(() => answered({ revision: 1, entries: [] }));
});

const cycle = (name: string, startsOn: string, endsOn: string, state: string | null) => ({
  id: state && name,
  name,
  startsOn,
  endsOn,
  state,
  week: state === "active" ? 10 : 0,
  weeks: state ? 26 : 0,
  progress: null,
  objectives: 0,
});
const step = (members: object = {}) => ({
  objective: "o",
  title: "Lieferanteil auf 50 %",
  cycle: "Zyklus 3",
  kind: "contributes",
  state: "active",
  number: 1,
  progress: 0.55,
  expected: 0.37,
  health: "outdated",
  outdated: 1,
  total: 3,
  ...members,
});
const goal = (members: object = {}) => ({
  goal: {
    id: "g",
    account: "t",
    title: "Ausschreibung gewinnen",
    measure: "Zuschlag",
    due: "2027-10-20",
    kind: "strategic",
    state: "open",
  },
  kpi: null,
  monthsLeft: 11,
  steps: [],
  milestones: [],
  contributing: 0,
  asks: false,
  ...members,
});
const page = (goals: object[]) =>
  ({
    today: "2026-11-24",
    account: { id: "t" },
    cycles: [
      cycle("Zyklus 1", "2025-09-20", "2026-03-19", "closed"),
      cycle("Zyklus 2", "2026-03-20", "2026-09-19", "closed"),
      cycle("Zyklus 3", "2026-09-20", "2027-03-19", "active"),
      cycle("2027 H1", "2027-03-20", "2027-09-19", null),
      cycle("2027 H2", "2027-09-20", "2028-03-19", null),
    ],
    goals,
    contracts: [],
  }) as unknown as Page;
const props = (goals: object[]): GoalsProps => ({
  page: page(goals),
  now: presentOf(page(goals).cycles),
  onOpen: vi.fn(),
  onGoal: vi.fn(),
  onMilestone: vi.fn(),
});

it.each([
  ["the line", GoalLanes],
  ["the list", GoalList],
])("says in %s what an objective does for a goal and how it stands", (_, Goals) => {
  const steps = [step(), step({ objective: "p", number: 2, kind: "supports", health: "on_track" })];
  show(<Goals {...props([goal({ steps })])} />);
  const [first, second] = screen
    .getAllByRole("link")
    .filter((link) => link.getAttribute("href")?.startsWith("/accounts"));
  expect(first?.getAttribute("href")).toBe("/accounts/$account#o");
  expect(first?.textContent).toMatch(/^O1.*55\s%.*trägt bei · veraltet, 1 von 3$/);
  expect(second?.textContent).toMatch(/^O2.*unterstützt nur · im Plan$/);
});

it.each([
  ["the line", GoalLanes],
  ["the list", GoalList],
])("asks in %s where nothing brings a goal nearer, and opens its milestones", async (_, Goals) => {
  const milestone = {
    id: "m",
    account: "t",
    title: "Muster laufen",
    due: "2027-07-01",
    reachedOn: null,
    objective: null,
  };
  const given = props([goal({ asks: true, milestones: [milestone] })]);
  const { person } = show(<Goals {...given} />);
  expect(screen.getByText("Was bringt uns in diesem Zyklus einen Schritt näher?")).toBeTruthy();
  expect(screen.getByRole("button", { name: "Objective verknüpfen" })).toBeTruthy();
  await person.click(screen.getByRole("button", { name: /^Muster laufen 01\.07\.2027$/ }));
  expect(given.onMilestone).toHaveBeenLastCalledWith(given.page.goals[0], milestone);
});

it("puts a milestone into the cycle that it is added to, never after the goal", async () => {
  const given = props([goal()]);
  const { person } = show(<GoalLanes {...given} />);
  const lane = within(screen.getByRole("listitem"));
  expect(lane.queryByRole("button", { name: "Etappe in Zyklus 2 setzen" })).toBeNull();
  await person.click(lane.getByRole("button", { name: "Etappe in 2027 H1 setzen" }));
  expect(given.onMilestone).toHaveBeenLastCalledWith(given.page.goals[0], undefined, "2027-09-19");
  await person.click(lane.getByRole("button", { name: "Etappe in 2027 H2 setzen" }));
  expect(given.onMilestone).toHaveBeenLastCalledWith(given.page.goals[0], undefined, "2027-10-20");
});

it("shows the cycles before the last one when they are asked for", async () => {
  const { person } = show(<GoalLanes {...props([goal()])} />);
  expect(screen.queryByRole("link", { name: "Zyklus 1" })).toBeNull();
  await person.click(screen.getByRole("button", { name: "1 früheren Zyklus zeigen" }));
  expect(screen.getByRole("link", { name: "Zyklus 1" })).toBeTruthy();
});

it("says of a milestone that its day has passed", () => {
  const late = {
    id: "m",
    account: "t",
    title: "Muster laufen",
    due: "2026-11-01",
    reachedOn: null,
    objective: null,
  };
  show(<GoalList {...props([goal({ milestones: [late] })])} />);
  expect(screen.getByRole("button", { name: /noch nicht erreicht$/ })).toBeTruthy();
});
