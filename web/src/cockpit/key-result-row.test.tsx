// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, expect, it, vi } from "vitest";
import { MayContext } from "../app/may";
import { answered, serve } from "../testing/server";
import { show, speak } from "../testing/stage";
import type { Cockpit, KeyResultView } from "./cockpit-query";
import { KeyResultRow } from "./key-result-row";

vi.mock("@tanstack/react-router", async (original) => ({
  ...(await original<object>()),
  Link: ({ children }: { children: ReactNode }) => <a href="/key-results/k">{children}</a>,
}));

beforeEach(async () => {
  await speak("de");
  serve(() => answered({ revision: 1, entries: [] }));
});

const view = (members: object = {}) =>
  ({
    keyResult: {
      id: "k",
      account: "t",
      title: "Muster geliefert",
      kind: "metric",
      state: "active",
      follows: "check_ins",
      target: 10,
      unit: "Muster",
      owner: "p",
    },
    value: 2,
    start: 0,
    progress: 0.2,
    expected: 0.4,
    health: "outdated",
    confidence: 4,
    daysSilent: 19,
    lastNote: "Zwei sind da.",
    sites: [],
    sitesTotal: null,
    sitesReported: null,
    sitesSilent: null,
    ...members,
  }) as unknown as KeyResultView;
const cockpit = {
  objectives: [],
  people: [{ id: "p", name: "Jonas Albers" }],
} as unknown as Cockpit;
const onOpen = vi.fn();
const row = (of: KeyResultView, contribute = true) =>
  show(
    <MayContext value={{ contribute, manage: false }}>
      <ul>
        <KeyResultRow view={of} cockpit={cockpit} active onOpen={onOpen} />
      </ul>
    </MayContext>,
  );

it("says who, the last word and its age, and how it stands in words", () => {
  row(view());
  const said = screen.getByRole("listitem").textContent ?? "";
  expect(screen.getByRole("img", { name: "Jonas Albers" })).toBeTruthy();
  expect(said).toContain("vor 19 Tagen · „Zwei sind da.“");
  expect(said).toContain("2 Muster, Ziel 10");
  expect(said).toContain("veraltet");
  expect(said).toContain("Zuversicht 4");
});

it("checks in by the key C where the focus is", async () => {
  onOpen.mockClear();
  const { person } = row(view());
  await person.tab();
  expect(document.activeElement).toBe(screen.getByRole("link"));
  await person.keyboard("{Control>}c{/Control}x");
  expect(onOpen).not.toHaveBeenCalled();
  await person.keyboard("c");
  expect(onOpen).toHaveBeenCalledWith({ checkIn: expect.objectContaining({ value: 2 }) });
});

it("offers whoever only reads no check-in, by no key either", async () => {
  onOpen.mockClear();
  const { person } = row(view(), false);
  await person.tab();
  await person.keyboard("c");
  expect(screen.queryByRole("button")).toBeNull();
  expect(onOpen).not.toHaveBeenCalled();
});

it("marks each site of a roll-out as reached, begun or not yet", () => {
  const site = (id: string, reached: boolean, progress: number | null) => ({
    siteTarget: { id },
    name: id,
    reached,
    progress,
  });
  const sites = [site("a", true, 1), site("b", false, 0.4), site("c", false, null)];
  row(view({ sites, sitesTotal: 3, sitesReached: 1, sitesReported: 3, sitesSilent: 0 }));
  const dots = [...screen.getByRole("listitem").querySelectorAll("i[title]")] as HTMLElement[];
  expect(dots.map(({ title, dataset }) => [title, dataset.reached])).toEqual([
    ["a", "all"],
    ["b", "part"],
    ["c", undefined],
  ]);
});
