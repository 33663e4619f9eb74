// @vitest-environment happy-dom
import { screen, within } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, expect, it, vi } from "vitest";
import { answered, serve } from "../testing/server";
import { show, speak } from "../testing/stage";
import KeyResultPage from "./key-result-page";

vi.mock("@tanstack/react-router", async (original) => ({
  ...(await original<object>()),
  Link: ({ children }: { children: ReactNode }) => <a href="/">{children}</a>,
  useParams: () => ({ keyResult: "k" }),
}));
vi.mock("../app/use-live", () => ({ useLive: () => undefined }));

const keyResult = {
  ...{ id: "k", account: "a", objective: "o", version: 1, title: "10 Bestellungen" },
  ...{ kind: "metric", follows: "check_ins", unit: "", start: 0, target: 10, stages: [] },
  ...{ state: "active", archivedAt: null, dependsOn: null, owner: null },
};
const page = (cycle: object) => ({
  account: { id: "a", name: "Teutonia", checkInInterval: 10 },
  cycle: { id: "c", name: "2026 H2", startsOn: "2026-07-01", closedOn: null, ...cycle },
  objective: { id: "o", title: "Lieferanteil heben" },
  today: "2026-11-24",
  due: "2026-12-31",
  view: {
    ...{ keyResult, weight: 100, start: 0, value: 3, stage: null, progress: 0.3, expected: 0.8 },
    ...{ health: "at_risk", confidence: null, daysSilent: 4, nextCheckIn: null, falling: false },
    ...{ decimals: 1, sites: [], sitesTotal: null, sitesReported: null, sitesSilent: null },
    forecast: null,
  },
  chart: [{ on: "2026-10-20", value: 3, progress: 0.3, expected: 0.61 }],
  silences: [],
  answered: [],
  checkIns: [],
  moreCheckIns: false,
  actions: [],
  testimonials: [],
  siblings: [],
  allSites: [],
  productAreas: [],
  kpis: [],
  people: [],
});

const open = async (cycle: object) => {
  serve(({ path }) => {
    if (path.includes("/permissions"))
      return answered({ contribute: true, manage: true, parent: null });
    if (path.endsWith("/page")) return answered(page(cycle));
    return answered({ revision: 1, entries: [], archived: [] });
  });
  const { person } = show(<KeyResultPage />);
  await screen.findByRole("heading", { name: "10 Bestellungen" });
  return person;
};

beforeEach(() => speak("de"));

it("says of a closed cycle that it is, and offers nothing to be added", async () => {
  await open({ state: "closed", closedOn: "2026-11-20" });
  expect(screen.getByText("abgeschlossen mit 2026 H2 am 20.11.2026")).toBeTruthy();
  expect(screen.queryByText("gefährdet")).toBeNull();
  expect(screen.queryByText(/^bis heute erwartet/)).toBeNull();
  for (const button of screen.queryAllByRole("button"))
    expect(button.textContent).not.toMatch(/hinzufügen|Bearbeiten|Check-in/);
});

it("offers all of it while the cycle runs", async () => {
  await open({ state: "active" });
  expect(screen.getByText("gefährdet")).toBeTruthy();
  expect(await screen.findByRole("button", { name: /^Check-in/ })).toBeTruthy();
});

it("tells the course as a table with what was expected and the target", async () => {
  const person = await open({ state: "active" });
  await person.click(screen.getByRole("button", { name: "Als Tabelle" }));
  const [heads, row] = within(screen.getByRole("table")).getAllByRole("row");
  expect(heads?.textContent).toBe("TagStandFortschritterwartetZielwert");
  expect(row?.textContent?.replaceAll("\u00a0", " ")).toBe("20.10.2026330 %61 %10");
});
