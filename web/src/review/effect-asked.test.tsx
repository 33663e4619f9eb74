// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { sessionOf } from "../testing/room";
import { answered, serve } from "../testing/server";
import { show, speak } from "../testing/stage";
import { OutcomeAsked } from "./objective-review";

vi.mock("@tanstack/react-router", async (original) => ({
  ...(await original<object>()),
  Link: () => null,
}));

beforeEach(() => speak("de"));

const view = { view: { objective: { id: "o", outcomeKind: "supply" } } } as never;

// Signed in on 2026-11-26.
it.each([
  ["2026-10-01", "2027-03-31", /Noch nicht bekannt: .*ab dem 30\.12\.2026/],
  ["2026-07-01", "2026-12-31", /^Seit der Mitte des Zyklus wurde die Wirkung nicht abgelesen/],
])(
  "asks for the effect of %s to %s from the middle on, and says before when",
  async (startsOn, endsOn, words) => {
    serve(() => answered(sessionOf("k")));
    show(<OutcomeAsked view={view} cycle={{ startsOn, endsOn } as never} />);
    expect(await screen.findByText(words)).toBeTruthy();
  },
);
