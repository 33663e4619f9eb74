// @vitest-environment happy-dom
import { screen, within } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { answered, serve } from "../testing/server";
import { show, speak } from "../testing/stage";
import { CheckIns, confidencesUntil } from "./check-ins";
import type { Page } from "./key-result-part";

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
    view: {
      nextCheckIn: "2026-11-30",
      keyResult: { follows: "check_ins", unit: "Muster", stages: [] },
    },
  }) as unknown as Page;

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
