// @vitest-environment happy-dom
import { screen, within } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, expect, it, vi } from "vitest";
import { answered, serve } from "../testing/server";
import { newQueries, show, speak } from "../testing/stage";
import { CheckIns, confidencesUntil } from "./check-ins";
import type { Page } from "./key-result-part";

vi.mock("@tanstack/react-router", async (original) => ({
  ...(await original<object>()),
  Link: ({ children, search }: { children: ReactNode; search: { kind: string } }) => (
    <a href={`?kind=${search.kind}`}>{children}</a>
  ),
}));

beforeEach(async () => {
  await speak("de");
  serve(() => answered({ revision: 1, entries: [] }));
});

const checkIn = (id: string, members: object = {}) =>
  ({
    id,
    account: "a",
    effectiveOn: "2026-11-20",
    value: 3,
    stage: null,
    site: null,
    confidence: 7,
    note: "",
    evidence: [],
    supersedes: null,
    enteredBy: "k",
    ...members,
  }) as unknown as Page["checkIns"][number];
const page = (checkIns: object[]) =>
  ({
    account: { id: "a", checkInInterval: 10 },
    cycle: { state: "active" },
    people: [{ id: "k", name: "Katrin Vogt" }],
    allSites: [],
    checkIns,
    moreCheckIns: false,
    view: {
      nextCheckIn: "2026-11-30",
      keyResult: { id: "k1", follows: "check_ins", unit: "Muster", stages: [] },
    },
  }) as unknown as Page;

it("says of a day that is over that the check-in was due then", () => {
  const queries = newQueries();
  const dayEnds = new Date(Date.now() + 3_600_000).toISOString();
  queries.setQueryData(["session"], { timeZone: "UTC", today: "2026-12-06", dayEnds });
  show(<CheckIns page={page([])} onOpen={vi.fn()} />, queries);
  expect(screen.getByText("alle 10 Tage, war fällig am 30.11.2026")).toBeTruthy();
});

it("tells each check-in in its words, and the rhythm", async () => {
  const onOpen = vi.fn();
  const { person } = show(
    <CheckIns page={page([checkIn("a", { note: "Angebot liegt." })])} onOpen={onOpen} />,
  );
  expect(screen.getByText("alle 10 Tage, nächster bis 30.11.2026")).toBeTruthy();
  const row = within(screen.getByRole("listitem"));
  expect(row.getByText("3 Muster")).toBeTruthy();
  expect(row.getByText("Angebot liegt.")).toBeTruthy();
  expect(row.getByText(/Zuversicht 7 von 10/)).toBeTruthy();
  await person.click(row.getByRole("button", { name: "Korrigieren" }));
  expect(onOpen).toHaveBeenCalledWith({ checkIn: "a" });
  expect(screen.getByRole("link").getAttribute("href")).toBe("?kind=check_ins");
});

it("says of a corrected one that it is, and offers no second correction of it", () => {
  const both = [checkIn("b", { supersedes: "a", confidence: 5 }), checkIn("a")];
  show(<CheckIns page={page(both)} onOpen={vi.fn()} />);
  const [, corrected] = screen.getAllByRole("listitem");
  expect(corrected?.textContent).toContain("korrigiert");
  expect(within(corrected as HTMLElement).queryByRole("button")).toBeNull();
});

it("shows how sure they were up to then, without what was corrected", () => {
  const all = [
    checkIn("d", { confidence: 4 }),
    checkIn("c", { confidence: null }),
    checkIn("b", { confidence: 6, supersedes: "a" }),
    checkIn("a", { confidence: 9 }),
  ];
  const [newest, , corrected] = all;
  const superseded = new Set([null, "a"]);
  expect(newest && confidencesUntil(newest, all, superseded)).toEqual([6, 4]);
  expect(corrected && confidencesUntil(corrected, all, superseded)).toEqual([6]);
});

it("fetches older ones when somebody asks for them, part by part", async () => {
  const parts: Record<string, object> = {
    b: { checkIns: [checkIn("c", { note: "Muster sind da." })], more: true },
    c: { checkIns: [checkIn("d", { note: "Erste Anfrage." })], more: false },
  };
  const asked = serve(({ path }) => {
    const after = new URLSearchParams(path.split("?")[1]).get("after");
    return answered((after && parts[after]) ?? { revision: 1, entries: [] });
  });
  const newest = { ...page([checkIn("a"), checkIn("b")]), moreCheckIns: true } as Page;
  const { person } = show(<CheckIns page={newest} onOpen={vi.fn()} />);
  const olderAsked = () => asked.filter(({ path }) => path.includes("after=")).length;
  expect(olderAsked()).toBe(0);
  await person.click(screen.getByRole("button", { name: "Mehr laden" }));
  expect(await screen.findByText("Muster sind da.")).toBeTruthy();
  await person.click(screen.getByRole("button", { name: "Mehr laden" }));
  expect(await screen.findByText("Erste Anfrage.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Mehr laden" })).toBeNull();
  expect(screen.getAllByRole("listitem")).toHaveLength(4);
  expect(olderAsked()).toBe(2);
});
