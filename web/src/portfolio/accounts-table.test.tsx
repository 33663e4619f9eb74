// @vitest-environment happy-dom
import { screen, within } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import type { Schemas } from "../api/client";
import { show, speak } from "../testing/stage";
import { AccountCards, AccountsTable } from "./accounts-table";
import { aDetail, aLine, anObjective } from "./testing";

vi.mock("@tanstack/react-router", async (original) => ({
  ...(await original<object>()),
  Link: ({ children, to, params: _params, search: _search, ...props }: Record<string, unknown>) => (
    <a href={String(to)} {...props}>
      {children as never}
    </a>
  ),
}));

const plain = (node: HTMLElement) => node.textContent?.replaceAll("\u00a0", " ");
const table = (lines: Schemas["PortfolioLine"][], more = {}) => (
  <AccountsTable
    lines={lines}
    chosen={{}}
    onChoose={() => {}}
    isOpen={() => true}
    onFold={() => {}}
    {...more}
  />
);

beforeEach(() => speak("de"));

it("says by which column it is sorted and turns around on the second press", async () => {
  const chosen = vi.fn();
  const { person, again } = show(table([aLine()], { onChoose: chosen }));
  const header = (name: RegExp) => screen.getByRole("columnheader", { name });
  expect(header(/Zustand/).getAttribute("aria-sort")).toBe("descending");
  expect(header(/Anteil/).getAttribute("aria-sort")).toBeNull();
  await person.click(screen.getByRole("button", { name: /Anteil/ }));
  expect(chosen).toHaveBeenLastCalledWith({ order: "share", reversed: undefined });
  again(table([aLine()], { onChoose: chosen, chosen: { order: "share" } }));
  expect(header(/Anteil/).getAttribute("aria-sort")).toBe("ascending");
  await person.click(screen.getByRole("button", { name: /Anteil/ }));
  expect(chosen).toHaveBeenLastCalledWith({ order: "share", reversed: true });
});

it("tells the outcome from its baseline to its target, and how the share moved", () => {
  show(table([aLine({ detail: aDetail({ shareChange: -0.01 }) })]));
  const row = screen.getByRole("row", { name: /Kessler/ });
  expect(plain(row)).toContain("Anteil sinkt");
  expect(plain(row)).toContain("58 auf 57, Ziel 60 %");
  expect(plain(row)).toContain("−1");
  expect(plain(row)).toContain("29 % · erwartet 57 %");
});

it("marks a share of which some is estimated, as files do", () => {
  const about = aDetail();
  const shares = about.shares.map((one, at) => ({ ...one, estimated: at === 1 }));
  show(table([aLine({ detail: { ...about, shares } })]));
  const row = screen.getByRole("row", { name: /Kessler/ });
  expect(plain(row)).toContain("≈57 %");
  expect(screen.getByRole("img", { name: /58\s%, .*≈57\s%$/ })).toBeTruthy();
});

it("marks no share that only was estimated once", () => {
  const about = aDetail();
  const shares = about.shares.map((one, at) => ({ ...one, estimated: at === 0 }));
  show(table([aLine({ detail: { ...about, shares } })]));
  expect(plain(screen.getByRole("row", { name: /Kessler/ }))).not.toContain("≈57 %");
});

it("says what is not measured, not missing", () => {
  const silent = anObjective({ outcomeKind: "none", now: null, baseline: null, target: null });
  show(table([aLine({ detail: aDetail({ objectives: [silent], told: null }) })]));
  expect(plain(screen.getByRole("row", { name: /Kessler/ }))).toContain("nicht gemessenkein Ziel");
});

it("tells overdue signals before waiting and new ones", () => {
  const line = aLine({ detail: aDetail({ fresh: 1 }) });
  line.figures = { ...line.figures, waiting: 4, overdue: 3 };
  show(table([line]));
  expect(plain(screen.getByRole("row", { name: /Kessler/ }))).toContain("3 überfällig1 neu");
});

it("unfolds the objectives of an account, each with how it stands", async () => {
  const fold = vi.fn();
  const { person } = show(table([aLine()], { onFold: fold }));
  const row = screen.getByRole("row", { name: /Auf der neuen Einkaufsplattform/ });
  expect(plain(row)).toContain("8 % · gefährdet");
  const button = screen.getByRole("button", { name: "Objectives von Kessler Automotive" });
  expect(button.getAttribute("aria-expanded")).toBe("true");
  await person.click(button);
  expect(fold).toHaveBeenCalledWith("k");
});

it("is a card an account on a phone, with the same facts", () => {
  show(<AccountCards lines={[aLine()]} isOpen={() => true} onFold={() => {}} />);
  const cards = screen.getAllByRole("listitem");
  expect(plain(cards[0] as HTMLElement)).toContain("58 auf 57, Ziel 60 %");
  expect(within(cards[0] as HTMLElement).getByRole("button", { name: "1 Objective" })).toBeTruthy();
});
