// @vitest-environment happy-dom
import "fake-indexeddb/auto";
import { screen, waitFor } from "@testing-library/react";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, expect, it, vi } from "vitest";
import type { KeyResultView } from "../cockpit/cockpit-query";
import { answered, serve } from "../testing/server";
import { newQueries, show, speak } from "../testing/stage";
import CheckInForm from "./check-in-form";

const view = {
  keyResult: {
    id: "k",
    title: "Bestellungen",
    kind: "metric",
    unit: "Stück",
    follows: "check_ins",
    stages: [],
  },
  sites: [],
  value: 4,
  stage: null,
  confidence: 7,
  progress: 0.4,
} as unknown as KeyResultView;

const session = {
  user: { id: "jonas", name: "Jonas Albers" },
  csrf: "",
  timeZone: "UTC",
  today: "2026-11-24",
  dayEnds: new Date(Date.now() + 3_600_000).toISOString(),
};

const onClose = vi.fn();

function open(more: { supersedes?: string; view?: KeyResultView } = {}) {
  const asked = serve(({ path }) => answered(path === "/session" ? session : {}));
  const queries = newQueries();
  queries.setQueryData(["session"], session);
  const { person } = show(
    <CheckInForm view={view} today="2026-11-24" onClose={onClose} {...more} />,
    queries,
  );
  return { asked, person };
}

/** What was saved, beside what was only asked for. */
const saved = (asked: ReturnType<typeof serve>) =>
  asked.filter(({ path }) => path.endsWith("/check-ins"));

beforeEach(async () => {
  vi.stubGlobal("indexedDB", new IDBFactory());
  onClose.mockReset();
  await speak("de");
});

it("tells of a roll-out what its site said last, and nothing of a silent one", async () => {
  const at = (site: string, name: string, value: number | null) => ({
    siteTarget: { site, target: 3 },
    ...{ name, value, start: 0, stage: null, archived: false },
    progress: value === null ? null : value / 3,
  });
  const sites = [at("g", "Gütersloh", 1), at("o", "Oelde", null)];
  const { person } = open({ view: { ...view, sites } as unknown as KeyResultView });
  expect(screen.getByText(/^Zuletzt: 1 Stück · Fortschritt 33.%$/)).toBeTruthy();
  expect(screen.getByText(/Ziel 3/)).toBeTruthy();
  await person.click(screen.getByRole("combobox", { name: "Standort" }));
  await person.click(await screen.findByRole("option", { name: "Oelde" }));
  expect(screen.queryByText(/^Zuletzt/)).toBeNull();
});

it("asks before a note is lost, and not where nothing was typed", async () => {
  const { person } = open();
  await person.type(screen.getByLabelText(/^Notiz/), "Muster kommen Freitag");
  await person.keyboard("{Escape}");
  expect(onClose).not.toHaveBeenCalled();
  await person.click(screen.getByRole("button", { name: "Weiter bearbeiten" }));
  await person.clear(screen.getByLabelText(/^Notiz/));
  await person.keyboard("{Escape}");
  expect(onClose).toHaveBeenCalledTimes(1);
});

it("sends the value as it was meant, and none that can't be read", async () => {
  const { asked, person } = open();
  const value = screen.getByLabelText("Wert (Stück)");
  await person.clear(value);
  await person.type(value, "-{Enter}");
  await screen.findByText("Bitte eine Zahl eingeben.");
  expect(saved(asked)).toEqual([]);
  await person.clear(value);
  await person.paste("1.234,5");
  await person.click(screen.getByRole("button", { name: "Check-in speichern" }));
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(saved(asked)).toMatchObject([{ body: { value: 1234.5 } }]);
});

async function checkIn(more: { supersedes?: string }, chosen?: number) {
  const { asked, person } = open(more);
  // The dialog puts the cursor where one begins.
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("Wert (Stück)")));
  if (chosen !== undefined) await person.click(screen.getByRole("radio", { name: String(chosen) }));
  await person.click(screen.getByRole("button", { name: "Check-in speichern" }));
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  return saved(asked)[0]?.body;
}

it("names no confidence where nobody chose one", async () => {
  expect(await checkIn({})).toMatchObject({ value: 4, confidence: null });
});

it("names the one that was chosen", async () => {
  expect(await checkIn({}, 8)).toMatchObject({ confidence: 8 });
});

it("names the same as before where that was chosen", async () => {
  expect(await checkIn({}, 7)).toMatchObject({ confidence: 7 });
});

it("begins a correction with what was said", async () => {
  expect(await checkIn({ supersedes: "c" })).toMatchObject({ supersedes: "c", confidence: 7 });
});
