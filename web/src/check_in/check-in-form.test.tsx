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
  keyResult: { id: "k", title: "Bestellungen", kind: "metric", unit: "Stück", follows: "check_ins", stages: [] },
  sites: [],
  value: 4,
  stage: null,
  confidence: 5,
  progress: 0.4,
} as unknown as KeyResultView;

const onClose = vi.fn();

function open() {
  const queries = newQueries();
  queries.setQueryData(["session"], { user: { id: "jonas", name: "Jonas Albers" } });
  return show(<CheckInForm view={view} today="2026-11-24" onClose={onClose} />, queries);
}

/** What was saved, beside what was only asked for. */
const saved = (asked: ReturnType<typeof serve>) =>
  asked.filter(({ path }) => path.endsWith("/check-ins"));

beforeEach(async () => {
  vi.stubGlobal("indexedDB", new IDBFactory());
  onClose.mockReset();
  await speak("de");
});

it("asks before a note is lost, and not where nothing was typed", async () => {
  serve(() => answered({ user: null, csrf: "" }));
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
  const asked = serve(({ path }) =>
    path === "/session" ? answered({ user: { id: "jonas", name: "" }, csrf: "" }) : answered({}),
  );
  const { person } = open();
  const value = screen.getByLabelText("Wert (Stück)");
  await person.clear(value);
  await person.type(value, "-{Enter}");
  expect(screen.getByText("Bitte eine Zahl eingeben.")).toBeTruthy();
  expect(saved(asked)).toEqual([]);
  await person.clear(value);
  await person.paste("1.234,5");
  await person.click(screen.getByRole("button", { name: "Check-in speichern" }));
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(saved(asked)).toMatchObject([{ body: { value: 1234.5 } }]);
});
