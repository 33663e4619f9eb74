// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Schemas } from "../api/client";
import { show, speak } from "../testing/stage";
import SupplyChart from "./supply-chart";

it("says that there is no history where no period has a share", async () => {
  await speak("de");
  const supply = {
    series: [{ startsOn: "2026-10-01", total: { share: null } }],
    areaSeries: [],
    archivedAreas: [],
  } as unknown as Schemas["SupplyPage"];
  show(<SupplyChart supply={supply} areas={[]} />);
  expect(screen.getByText(/^Noch kein Verlauf/)).toBeTruthy();
});
