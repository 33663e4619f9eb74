// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Schemas } from "../api/client";
import { answered, serve } from "../testing/server";
import { show, speak } from "../testing/stage";
import { SupplyMatrix } from "./supply-matrix";

it("says what the hatched cells are without a stray dot where everything is covered", async () => {
  await speak("de");
  const total = { share: 0.5, covered: 1, total: 1, estimated: false };
  const supply = {
    cells: [{ productArea: "a", site: null, share: 0, demand: 10, white: true }],
    sites: [{ id: null, total, trend: null }],
    areas: [{ id: "a", total, trend: null }],
    total: { id: null, total, trend: null },
    otherUnits: [],
    archivedAreas: [],
    archivedSites: [],
  } as unknown as Schemas["SupplyPage"];
  show(<SupplyMatrix supply={supply} sites={[]} areas={[{ id: "a", name: "Antriebe" }]} />);
  expect(screen.getByText(/schraffiert/).textContent).toMatch(/^schraffiert/);
});

const total = { share: 0.125, covered: 1, total: 1, estimated: false };
const line = (id: string | null, of: object = total) => ({ id, total: of, trend: null });
const supplyOf = (members: object) =>
  ({
    cells: [{ productArea: "a", site: null, share: 0.005, demand: 10, white: false }],
    sites: [line(null)],
    areas: [line("a")],
    total: line(null),
    otherUnits: [],
    archivedAreas: [],
    archivedSites: [],
    ...members,
  }) as unknown as Schemas["SupplyPage"];
const areas = [{ id: "a", name: "Antriebe" }];

it("says how many shares have a demand, and why there is no total without one", async () => {
  await speak("de");
  const none = { share: null, covered: 0, total: 4, estimated: false };
  const supply = supplyOf({ total: line(null, none) });
  show(<SupplyMatrix supply={supply} sites={[]} areas={areas} />);
  expect(screen.getByText("4 erfasst, 0 davon mit Anteil und Bedarf")).toBeTruthy();
  expect(screen.getByText("kein Gesamtbedarf bekannt")).toBeTruthy();
});

it("names an archived product area whose records count", async () => {
  await speak("de");
  const supply = supplyOf({ archivedAreas: [{ id: "a", name: "Antriebe" }] });
  show(<SupplyMatrix supply={supply} sites={[]} areas={[]} />);
  expect(screen.getByRole("columnheader", { name: "Antriebe (archiviert)" })).toBeTruthy();
  expect(screen.getByText("0,5 %")).toBeTruthy();
});

const withRest = (members: object) => {
  const cells = [{ productArea: "a", site: null, share: 0, demand: 10, white: true, ...members }];
  show(<SupplyMatrix supply={supplyOf({ cells })} sites={[]} areas={areas} />);
  return screen.getAllByRole("cell").find((one) => one.dataset.heat === "white") as HTMLElement;
};
const seen = (cell: HTMLElement, what = "rest") => cell.querySelector(`.${what}`)?.textContent;

it("names the rival in a white space, to see and to hear", async () => {
  await speak("de");
  const cell = withRest({ rest: "competitor", competitor: "Nordmotor" });
  expect(seen(cell)).toBe("Nordmotor");
  expect(cell.querySelector(".sr-only")?.textContent).toContain("Rest bei: Nordmotor");
  expect(cell.title).toContain("Rest bei: Nordmotor");
});

it.each([
  ["own_make", "Eigenfertigung", "Eigenfertigung"],
  ["nobody", "niemand", "niemand"],
  ["unknown", "?", "unbekannt"],
])("says in words who else has the rest: %s", async (rest, short, words) => {
  await speak("de");
  const cell = withRest({ rest, competitor: "" });
  expect(seen(cell)).toBe(short);
  expect(cell.title).toContain(`Rest bei: ${words}`);
});

it("marks a contract that ends soon, and says what the mark means", async () => {
  await speak("de");
  const rival = { rest: "competitor", competitor: "Ein Wettbewerber mit langem Namen" };
  const cell = withRest({ ...rival, contractEnd: "2027-03-31", endsSoon: true });
  expect(seen(cell, "mark")).toBe("◷");
  expect(cell.title).toContain("Vertrag bis 31.03.2027");
  expect(screen.getByText(/◷ Vertrag endet in den nächsten sechs Monaten/)).toBeTruthy();
});

it("marks a contract that has ended, and says what the mark means", async () => {
  await speak("de");
  const cell = withRest({ contractEnd: "2026-03-31", ended: true });
  expect(seen(cell, "mark")).toBe("✕");
  expect(cell.title).toContain("Vertrag am 31.03.2026 ausgelaufen");
  expect(screen.getByText(/✕ Vertrag ist ausgelaufen/)).toBeTruthy();
});

it("marks the cell whose own record is assumed, and only that", async () => {
  await speak("de");
  serve(() => answered({ revision: 1, entries: ["r"] }));
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
  const supply = supplyOf({ cells, sites: [line("l"), line("o"), line(null)] });
  show(<SupplyMatrix account="t" supply={supply} sites={sites} areas={areas} />);
  const mark = await screen.findByText("angenommen");
  expect(mark.closest("tr")?.textContent).toContain("Lehrte");
});
