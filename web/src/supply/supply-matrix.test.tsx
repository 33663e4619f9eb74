// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Schemas } from "../api/client";
import { show, speak } from "../testing/stage";
import { SupplyMatrix } from "./supply-matrix";

it("says what the dashed cells are without a stray dot where everything is covered", async () => {
  await speak("de");
  const total = { share: 0.5, covered: 1, total: 1, estimated: false };
  const supply = {
    cells: [{ productArea: "a", site: null, share: 0, demand: 10, white: true }],
    sites: [{ id: null, total, trend: null }],
    areas: [{ id: "a", total, trend: null }],
    total: { id: null, total, trend: null },
    otherUnits: [],
  } as unknown as Schemas["SupplyPage"];
  show(<SupplyMatrix supply={supply} sites={[]} areas={[{ id: "a", name: "Antriebe" }]} />);
  expect(screen.getByText(/gestrichelt/).textContent).toMatch(/^gestrichelt/);
});
