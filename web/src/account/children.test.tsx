// @vitest-environment happy-dom
import { screen, waitFor, within } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, expect, it, vi } from "vitest";
import { aDetail, anObjective } from "../portfolio/testing";
import { answered, serve } from "../testing/server";
import { show, speak } from "../testing/stage";
import { Children } from "./children";

vi.mock("@tanstack/react-router", async (original) => ({
  ...(await original<object>()),
  Link: ({ children, search }: { children: ReactNode; search?: object }) => (
    <a href={`/?${JSON.stringify(search)}`}>{children}</a>
  ),
}));

const figures = {
  account: "c",
  revision: 1,
  day: "2026-11-24",
  health: "at_risk",
  progress: 0.4,
  expected: 0.5,
  effect: null,
  share: 0.25,
  demand: 100,
  waiting: 2,
  overdue: 1,
  nextMeeting: null,
  agility: null,
  lastCheckIn: null,
  shareUnit: "eur",
  sharePeriod: "quarter",
  shareStartsOn: "2026-07-01",
  shareRunning: false,
  yearVolume: 25,
  yearDemand: 100,
  quadrants: [],
};
const line = {
  name: "Teutonia Professional GmbH",
  code: "TPG",
  industry: "",
  cycle: "",
  managers: [],
};
const nobody = {
  accounts: 0,
  pages: 0,
  waiting: 0,
  share: null,
  lines: [],
  withoutShare: 0,
  leftOutNames: [],
  older: 0,
  healths: [],
};
const one = {
  ...nobody,
  accounts: 1,
  pages: 1,
  waiting: 2,
  share: 0.25,
  lines: [{ figures, ...line, parent: "p", parentName: "Teutonia SE" }],
  healths: [{ health: "at_risk", accounts: 1 }],
};

const plain = (text: string | null) => text?.replaceAll("\u00a0", " ");

beforeEach(() => speak("de"));

it("shows the children with their sums, and the way to them in the portfolio", async () => {
  serve(() => answered({ portfolio: one, hidden: 0 }));
  show(<Children account="p" />);
  const section = await screen.findByRole("region", { name: "Tochterkunden" });
  const row = within(section).getByRole("row", { name: /Teutonia Professional GmbH/ });
  expect(row.textContent).toContain("gefährdet");
  expect(plain(row.textContent)).toContain("25 %");
  // Whose child it is stands above the table.
  expect(row.textContent).not.toContain("Teutonia SE");
  expect(plain(section.textContent)).toContain(
    "1 Kunde · 2 wartende Signale · Lieferanteil der letzten zwölf Monate 25 %",
  );
  expect(
    within(section).getByRole("link", { name: "im Portfolio zeigen" }).getAttribute("href"),
  ).toBe('/?{"parent":"p"}');
  expect(within(section).queryByText(/nicht sehen/)).toBeNull();
});

it("tells the outcome of a child in the words of the portfolio", async () => {
  const moved = aDetail({ objectives: [anObjective({ baseline: 26, now: 28, target: 32 })] });
  const told = { ...one.lines[0], cycle: "2026 H2", detail: moved };
  serve(() => answered({ portfolio: { ...one, lines: [told] }, hidden: 0 }));
  show(<Children account="p" />);
  const row = await screen.findByRole("row", { name: /Teutonia Professional GmbH/ });
  expect(plain(row.textContent)).toContain("26 auf 28, Ziel 32 %");
});

it("says that the sums are without those that the reader does not see", async () => {
  serve(() => answered({ portfolio: one, hidden: 1 }));
  show(<Children account="p" />);
  expect(await screen.findByText(/1 weiterer Kunde, .* in den Summen nicht/)).toBeTruthy();
});

it("counts those that the reader does not see, without a table", async () => {
  serve(() => answered({ portfolio: nobody, hidden: 2 }));
  show(<Children account="p" />);
  expect(await screen.findByText("Dazu gehören 2 Kunden, die Sie nicht sehen.")).toBeTruthy();
  expect(screen.queryByRole("table")).toBeNull();
  expect(screen.queryByRole("link")).toBeNull();
});

it.each([{ portfolio: nobody, hidden: 0 }, undefined])(
  "is nothing where there are none",
  async (page) => {
    const asked = serve(() => (page ? answered(page) : new Response("", { status: 503 })));
    show(<Children account="p" />);
    await waitFor(() => expect(asked.length).toBeGreaterThan(0));
    await new Promise((resolve) => setTimeout(resolve));
    expect(screen.queryByRole("region")).toBeNull();
  },
);
