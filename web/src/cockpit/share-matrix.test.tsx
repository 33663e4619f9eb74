// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { show, speak } from "../testing/stage";
import type { Cockpit } from "./cockpit-query";
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
  } as unknown as NonNullable<Cockpit["supply"]>;
  const sites = [{ id: "l", name: "Lehrte" }] as Cockpit["sites"];
  show(<ShareMatrix supply={supply} sites={sites} areas={areas as Cockpit["productAreas"]} />);
  return screen.getAllByRole("cell").map(({ textContent }) => textContent?.trim());
};

it("tells shares in whole per cents, what is estimated, and where there is no demand", () => {
  const cells = matrix(["a", "b", "c"], [cell("0", 0.005), cell("1", 0.39, { estimated: true })]);
  expect(cells.slice(0, 4)).toEqual(["1", "≈39", "–", "≈44"]);
  expect(screen.getByText(/≈ geschätzt/)).toBeTruthy();
});

it("hatches white spots, and says what that means only where there are some", () => {
  matrix(["a"], [cell("0", 0, { white: true })]);
  expect(screen.getAllByRole("cell")[0]?.dataset.heat).toBe("white");
  expect(screen.getByText(/weißer Fleck/)).toBeTruthy();
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
