// @vitest-environment happy-dom
import "fake-indexeddb/auto";
import { screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import type { KeyResultView } from "../cockpit/cockpit-query";
import { answered, serve } from "../testing/server";
import { show, speak } from "../testing/stage";
import CheckInForm from "./check-in-form";

const view = {
  keyResult: {
    id: "k",
    title: "Werke",
    unit: "",
    kind: "metric",
    follows: "check_ins",
    stages: [],
  },
  sites: [],
  value: 4,
  stage: null,
  confidence: 7,
  progress: 0.4,
} as unknown as KeyResultView;

const dayEnds = new Date(Date.now() + 3_600_000).toISOString();
const session = { csrf: "", timeZone: "UTC", today: "2026-11-24", dayEnds };

beforeEach(() => speak("de"));

async function checkIn(more: { supersedes?: string }, ...keys: string[]) {
  const asked = serve(({ path }) => answered(path === "/session" ? session : {}));
  const onClose = vi.fn();
  const { person } = show(
    <CheckInForm view={view} today="2026-11-24" onClose={onClose} {...more} />,
  );
  // The dialog puts the cursor where one begins.
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText("Wert")));
  for (const key of keys) {
    screen.getByRole("slider").focus();
    await person.keyboard(key);
  }
  await person.click(screen.getByRole("button", { name: "Check-in speichern" }));
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  return asked.find(({ path }) => path === "/key-results/k/check-ins")?.body;
}

it("names no confidence where nobody chose one", async () => {
  expect(await checkIn({})).toMatchObject({ value: 4, confidence: null });
});

it("names the one that was chosen, counted from the last", async () => {
  expect(await checkIn({}, "{ArrowRight}")).toMatchObject({ confidence: 8 });
});

it("names the same as before where that was chosen", async () => {
  expect(await checkIn({}, "{ArrowRight}", "{ArrowLeft}")).toMatchObject({ confidence: 7 });
});

it("begins a correction with what was said", async () => {
  expect(await checkIn({ supersedes: "c" })).toMatchObject({ supersedes: "c", confidence: 7 });
});
