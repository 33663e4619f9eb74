// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import type { Schemas } from "../api/client";
import { show, speak } from "../testing/stage";
import { RollOut } from "./roll-out";

beforeEach(() => speak("de"));

const site = (name: string, target: number | null) => ({
  siteTarget: { id: name, site: name, start: 0, target, told: null },
  ...{ name, purchasers: null, start: 0, value: 3, stage: null, progress: null, reached: true },
});

it("says what a site was to reach beside whether it has", () => {
  const view = {
    keyResult: { id: "k", kind: "metric", title: "Bestellungen", stages: [] },
    ...{ decimals: 1, sitesTotal: 2, sitesReached: 2, sitesReported: 2, sitesSilent: 0 },
    sites: [site("Oelde", 3), site("Lahr", null)],
  } as unknown as Schemas["KeyResultView"];
  const cycle = { state: "active" } as Schemas["Cycle"];
  show(<RollOut view={view} sites={[]} cycle={cycle} onOpen={vi.fn()} />);
  const rows = screen.getAllByRole("row").map(({ textContent }) => textContent);
  expect(rows[0]).toBe("StandortAusgangswertWertZielwertBesteller informierterreicht");
  expect(rows[1]).toBe("Oelde033–ja");
  expect(rows[2]).toBe("Lahr03besser als zu Beginn–ja");
});
