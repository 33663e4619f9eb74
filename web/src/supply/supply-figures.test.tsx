// @vitest-environment happy-dom
import { screen, within } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, expect, it, vi } from "vitest";
import type { Schemas } from "../api/client";
import { MayContext } from "../app/may";
import type { Cockpit } from "../cockpit/cockpit-query";
import { answered, serve } from "../testing/server";
import { show, speak } from "../testing/stage";
import { SupplyFigures } from "./supply-figures";

vi.mock("@tanstack/react-router", async (original) => ({
  ...(await original<object>()),
  Link: ({ to, children }: { to: string; children?: ReactNode }) => <a href={to}>{children}</a>,
}));

beforeEach(() => {
  speak("de");
  serve(() => answered({ revision: 1, entries: ["r1"], today: "2026-11-26" }));
});

const total = (share: number | null, demand: number | null, more: object = {}) => ({
  share,
  demand,
  volume: share !== null && demand !== null ? share * demand : null,
  covered: 1,
  total: 1,
  estimated: false,
  unit: "eur",
  ...more,
});
const cell = (productArea: string, site: string, volume: number, demand: number, more = {}) => ({
  productArea,
  site,
  share: volume / demand,
  volume,
  demand,
  open: demand - volume,
  estimated: false,
  trend: 0.05,
  white: volume === 0,
  unit: "eur",
  rest: null,
  competitor: "",
  contractEnd: null,
  endsSoon: false,
  ended: false,
  record: null,
  restFrom: null,
  contractFrom: null,
  ...more,
});
const point = (startsOn: string, share: number, more: object = {}) => ({
  startsOn,
  knownOn: startsOn,
  endsOn: startsOn,
  period: "quarter",
  running: false,
  total: total(share, 1000),
  ...more,
});
const sites = [
  { id: "g", name: "Gütersloh" },
  { id: "o", name: "Oelde" },
];
const page = (more: object = {}) =>
  ({
    revision: 1,
    period: "quarter",
    startsOn: "2026-10-01",
    endsOn: "2026-12-31",
    running: true,
    periods: ["2026-10-01"],
    choices: ["2026-10-01"],
    cells: [
      cell("a", "g", 700, 900, { rest: "competitor", competitor: "Nordmotor" }),
      cell("a", "o", 40, 100, { estimated: true }),
      cell("b", "g", 0, 180, { rest: "own_make" }),
    ],
    sites: sites.map(({ id }) => ({ id, total: total(0.5, 500), trend: null })),
    areas: ["a", "b"].map((id) => ({ id, total: total(id === "a" ? 0.74 : 0, 1000), trend: null })),
    total: { id: null, total: total(0.44, 5_140_000), trend: null },
    records: [],
    series: [point("2026-07-01", 0.4), point("2026-10-01", 0.44)],
    areaSeries: [{ productArea: "a", points: [point("2026-10-01", 0.74)] }],
    otherUnits: [],
    share: null,
    archivedAreas: [],
    archivedSites: [],
    contracts: [],
    competitors: [],
    sinceYear: 0.13,
    target: { objective: "x", title: "Lieferanteil", share: 0.5, missing: 308_400 },
    ...more,
  }) as unknown as Schemas["SupplyPage"];
const cockpit = {
  account: { id: "t", name: "Teutonia" },
  sites,
  productAreas: [
    { id: "a", name: "Antriebe", standing: "secondary", since: null },
    { id: "b", name: "Kabelbäume", standing: "none", since: null },
  ],
  objectives: [
    { objective: { id: "x", title: "Hauptlieferant", state: "active", productAreas: ["a"] } },
  ],
  cycles: [],
  cycle: null,
} as unknown as Cockpit;

const open = (supply = page()) =>
  show(
    <MayContext value={{ contribute: false, manage: false }}>
      <SupplyFigures supply={supply} cockpit={cockpit} />
    </MayContext>,
  );
const text = (of: HTMLElement) => of.textContent?.replaceAll("\u00a0", " ");
const region = (name: string | RegExp) => screen.getByRole("region", { name });

it("says what is bought, what of it is ours, what the year brought and what the target lacks", () => {
  open();
  expect(text(screen.getByText(/^Teutonia/))).toMatch(
    /für 5,14 Mio. € in 2 Produktbereichen, davon 44 % bei uns, 13 Punkte mehr als vor einem Jahr. Bis zum Ziel von 50 % fehlen 308.400 € im Quartal.$/,
  );
});

it("tells what the year brought to the tenth that shares have", () => {
  open(page({ sinceYear: -0.0042 }));
  expect(text(screen.getByText(/^Teutonia/))).toContain("0,4 Punkte weniger als vor einem Jahr");
});

it("says nothing of a year or a target that nobody knows", () => {
  open(page({ sinceYear: null, target: null }));
  expect(text(screen.getByText(/^Teutonia/))).toMatch(/davon 44 % bei uns\. $/);
});

it("tells the map in one sentence, and hatches what is estimated", () => {
  open();
  const map = screen.getByRole("group", { name: /^Bedarf und unser Anteil: Antriebe 74/ });
  const places = [...map.querySelectorAll<HTMLElement>("[title]")].map(({ title }) => title);
  expect(places.find((title) => title.startsWith("Gütersloh, Antriebe"))).toContain(
    "Rest bei: Nordmotor",
  );
  expect(map.querySelectorAll("[data-estimated]")).toHaveLength(1);
  expect(map.querySelectorAll("[data-white]")).toHaveLength(1);
});

it("is gone through by arrow keys, with one stop of the tab key", async () => {
  const { person } = open();
  const map = within(screen.getByRole("group", { name: /^Bedarf und unser Anteil/ }));
  const cells = map.getAllByRole("button");
  expect(cells.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
  cells[0]?.focus();
  await person.keyboard("{ArrowRight}");
  expect(document.activeElement?.getAttribute("title")).toMatch(/, Kabelbäume: /);
  await person.keyboard("{ArrowLeft}");
  expect(document.activeElement).toBe(cells[0]);
  expect(cells[0]?.getAttribute("title")).toMatch(/^Gütersloh, Antriebe: 77,8/);
  await person.keyboard("{ArrowDown}");
  expect(document.activeElement).toBe(cells[1]);
});

it("says why there is no map where no demand is known", () => {
  open(page({ cells: [{ ...cell("a", "g", 1, 2), volume: null, demand: null, open: null }] }));
  expect(screen.getByText(/^Sobald ein Gesamtbedarf bekannt ist/)).toBeTruthy();
  expect(screen.getByText("Kein Bedarf bekannt, den andere decken.")).toBeTruthy();
});

it("draws one unit at a time and lists what is to be won in each by itself", async () => {
  const cells = [
    cell("a", "g", 700, 900),
    cell("b", "g", 10, 5000, { unit: "pieces" }),
    cell("a", "o", 40, 400),
  ];
  const { person } = open(page({ cells }));
  const gaps = within(region("Wo am meisten zu gewinnen ist")).getAllByRole("listitem").map(text);
  expect(gaps.map((gap) => gap?.split(/unser/)[0])).toEqual([
    "Oelde, Antriebe",
    "Gütersloh, Antriebe",
    "Gütersloh, Kabelbäume",
  ]);
  expect(gaps[2]).toContain("4.990 Stück");
  await person.click(within(region("Bedarf und unser Anteil")).getByText("Stück"));
  const map = screen.getByRole("group", { name: /^Bedarf und unser Anteil/ });
  expect(map.querySelectorAll("[title^=Oelde]")).toHaveLength(0);
});

it("shows shares, volumes or what moved in the same table", async () => {
  const { person } = open();
  const first = () => text(within(region("Lieferanteil")).getAllByRole("cell")[0] as HTMLElement);
  expect(first()).toMatch(/^77,8/);
  await person.click(within(region("In Zahlen, %")).getByText("Volumen"));
  expect(first()).toMatch(/^700 €von 900 €/);
  await person.click(within(region("In Zahlen, Volumen")).getByText("Veränderung"));
  expect(region("In Punkten zum Vorquartal")).toBeTruthy();
  expect(first()).toMatch(/^\+5/);
});

it("tells the course in one sentence, with its figures in a table", () => {
  open();
  const course = within(region("Verlauf"));
  expect(
    course.getByRole("img", {
      name: /^gesamt: von 40.% \(Q3 2026\) auf 44.% \(Q4 2026\), Ziel 50.%$/,
    }),
  ).toBeTruthy();
  const rows = [...region("Verlauf").querySelectorAll("tbody tr")].map((row) =>
    text(row as HTMLElement),
  );
  expect(rows).toEqual(["Q4 202644 %74 %", "Q3 202640 %–"]);
});

it("says that there is no course where no period has a share", () => {
  open(page({ series: [point("2026-10-01", 0, { total: total(null, null) })], areaSeries: [] }));
  expect(screen.getByText(/^Noch kein Verlauf/)).toBeTruthy();
});

it("shows our standing as a step of three, none where we are not listed, and which objective works on it", () => {
  open();
  const [drives, cables] = within(region("Unsere Stellung")).getAllByRole("listitem");
  expect(drives?.querySelectorAll("[data-reached]")).toHaveLength(2);
  expect(cables?.querySelectorAll("[data-reached]")).toHaveLength(0);
  expect(within(drives as HTMLElement).getByRole("link").textContent).toBe("O1 · Hauptlieferant");
  expect(within(cables as HTMLElement).queryByRole("link")).toBeNull();
});
