// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import type { Schemas } from "../api/client";
import { show, speak } from "../testing/stage";
import { ShareMatrix } from "./share-matrix";

beforeEach(() => speak("de"));

const total = { share: 0.44, covered: 2, total: 2, estimated: true };
const line = (id: string | null) => ({ id, total, trend: null });
const cell = (productArea: string, share: number | null, members: object = {}) => ({
  productArea,
  site: "l",
  share,
  demand: 10,
  volume: 4,
  estimated: false,
  white: false,
  ...members,
});
const matrix = (names: string[], cells: object[]) => {
  const areas = names.map((name, index) => ({ id: String(index), name }));
  const supply = {
    cells,
    sites: [line("l")],
    areas: areas.map(({ id }) => line(id)),
    total: line(null),
    otherUnits: [],
    archivedAreas: [],
    archivedSites: [],
  } as unknown as Schemas["SupplyPage"];
  const sites = [{ id: "l", name: "Lehrte" }];
  show(<ShareMatrix supply={supply} sites={sites} areas={areas} />);
  return screen.getAllByRole("cell").map(({ textContent }) => textContent?.trim());
};

it("tells shares as all other places do, what is estimated, and where there is no demand", () => {
  const cells = matrix(["a", "b", "c"], [cell("0", 0.4494), cell("1", 0.39, { estimated: true })]);
  expect(cells.slice(0, 4)).toEqual(["44,9", "≈39", "–", "≈44"]);
  expect(screen.getByText(/≈ geschätzt/)).toBeTruthy();
});

it.each([
  ["de", /schraffiert: weißer Fleck/],
  ["en", /hatched: white space/],
] as const)("hatches white spaces, and says what that means: %s", async (language, words) => {
  await speak(language);
  matrix(["a"], [cell("0", 0, { white: true })]);
  expect(screen.getAllByRole("cell")[0]?.dataset.heat).toBe("white");
  expect(screen.getByText(words)).toBeTruthy();
});

it("has no room for who has the rest, and says it all the same", () => {
  matrix(["a"], [cell("0", 0, { white: true, rest: "competitor", competitor: "Nordmotor" })]);
  const spot = screen.getAllByRole("cell")[0];
  expect(spot?.title).toContain("Rest bei: Nordmotor");
  expect(spot?.textContent).toContain("Rest bei: Nordmotor");
});

it("has letters for the areas, whose names it says below and to hear", () => {
  matrix(["Antriebe", "Steuerungen"], [cell("0", 0.3)]);
  expect(screen.getByRole("columnheader", { name: "Steuerungen" }).textContent).toBe("b");
  expect(screen.getByText(/a Antriebe · b Steuerungen/)).toBeTruthy();
  expect(screen.queryByText(/weißer Fleck/)).toBeNull();
});

it("takes the letters with which a team begins the names of its areas", () => {
  matrix(["b Steuerungen", "d Kabelbäume"], [cell("0", 0.3)]);
  expect(screen.getByRole("columnheader", { name: "d Kabelbäume" }).textContent).toBe("d");
  expect(screen.getByText(/b Steuerungen · d Kabelbäume/)).toBeTruthy();
});

const areas = [{ id: "a", name: "Antriebe" }];
const one = { share: 0.125, covered: 1, total: 1, estimated: false };
const lineOf = (id: string | null, of: object = one) => ({ id, total: of, trend: null });
const supplyOf = (members: object) =>
  ({
    cells: [{ productArea: "a", site: null, share: 0.005, demand: 10, white: false }],
    sites: [lineOf(null)],
    areas: [lineOf("a")],
    total: lineOf(null),
    otherUnits: [],
    archivedAreas: [],
    archivedSites: [],
    ...members,
  }) as unknown as Schemas["SupplyPage"];

it("says how many shares have a demand, and why there is no total without one", () => {
  const none = { share: null, covered: 0, total: 4, estimated: false };
  show(<ShareMatrix supply={supplyOf({ total: lineOf(null, none) })} sites={[]} areas={areas} />);
  expect(screen.getByText(/4 erfasst, 0 davon mit Anteil und Bedarf/)).toBeTruthy();
  expect(screen.getByText(/kein Gesamtbedarf bekannt/)).toBeTruthy();
});

it("names an archived product area whose records count", () => {
  const supply = supplyOf({ archivedAreas: [{ id: "a", name: "Antriebe" }] });
  show(<ShareMatrix supply={supply} sites={[]} areas={[]} />);
  expect(screen.getByRole("columnheader", { name: "Antriebe (archiviert)" })).toBeTruthy();
});

const withTerms = (members: object) => {
  const cells = [{ productArea: "a", site: null, share: 0, demand: 10, white: true, ...members }];
  show(
    <ShareMatrix
      supply={supplyOf({ cells })}
      sites={[]}
      areas={areas}
      opener={() => () => undefined}
    />,
  );
  return screen.getAllByRole("cell")[0] as HTMLElement;
};

it.each([
  ["own_make", "", "Eigenfertigung"],
  ["nobody", "", "niemand"],
  ["unknown", "", "unbekannt"],
  ["competitor", "Nordmotor", "Nordmotor"],
])("tells who else has the rest, to hear and to point at: %s", (rest, competitor, words) => {
  const cell = withTerms({ rest, competitor });
  expect(cell.textContent).toContain(`Rest bei: ${words}`);
  expect(cell.title).toContain(`Rest bei: ${words}`);
});

it("marks a contract that ends soon, and says what the mark means", () => {
  const cell = withTerms({ contractEnd: "2027-03-31", endsSoon: true });
  expect(cell.querySelector("svg")).toBeTruthy();
  expect(cell.title).toContain("Vertrag bis 31.03.2027");
  expect(screen.getByText(/Vertrag endet in den nächsten sechs Monaten/)).toBeTruthy();
});

it("marks a contract that has ended, and says what the mark means", () => {
  const cell = withTerms({ contractEnd: "2026-03-31", ended: true });
  expect(cell.querySelector("svg")).toBeTruthy();
  expect(cell.title).toContain("Vertrag am 31.03.2026 ausgelaufen");
  expect(screen.getByText(/Vertrag ist ausgelaufen/)).toBeTruthy();
});

it("marks the cell whose own record is assumed, and only that", () => {
  const cell = { productArea: "a", share: 0.3, demand: 10, white: false };
  const cells = [
    { ...cell, site: "l", record: "r" },
    { ...cell, site: "o", record: "other" },
    { ...cell, site: null, record: null },
  ];
  const sites = [
    { id: "l", name: "Lehrte" },
    { id: "o", name: "Oelde" },
  ];
  const supply = supplyOf({ cells, sites: [lineOf("l"), lineOf("o"), lineOf(null)] });
  show(
    <ShareMatrix
      supply={supply}
      sites={sites}
      areas={areas}
      isAssumed={(record) => record === "r"}
    />,
  );
  const mark = screen.getByText("angenommen");
  expect(mark.closest("tr")?.textContent).toContain("Lehrte");
  expect(screen.getByText(/gepunktet: angenommen/)).toBeTruthy();
});
