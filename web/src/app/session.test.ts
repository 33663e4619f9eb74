import { afterEach, describe, expect, it, vi } from "vitest";
import { type SessionView, sessionQuery, todayOf } from "./session";

const session = {
  user: null,
  csrf: "",
  demo: [],
  organisation: "",
  mailsLinks: false,
  timeZone: "Europe/Berlin",
  today: "2026-11-24",
  dayEnds: "2026-11-24T23:00:00.000Z",
} satisfies SessionView;

afterEach(() => vi.unstubAllGlobals());

describe("today", () => {
  it("is what the server says, whatever the browser's clock shows", () => {
    vi.stubGlobal("navigator", { onLine: true });
    expect(todayOf(session, Date.parse("2026-11-24T20:00:00Z"))).toBe("2026-11-24");
    expect(todayOf(session, Date.parse("2031-01-01T00:00:00Z"))).toBe("2026-11-24");
  });

  it("goes on from there without a network", () => {
    vi.stubGlobal("navigator", { onLine: false });
    expect(todayOf(session, Date.parse("2026-11-24T22:59:00Z"))).toBe("2026-11-24");
    expect(todayOf(session, Date.parse("2026-11-24T23:00:00Z"))).toBe("2026-11-25");
    expect(todayOf(session, Date.parse("2026-11-26T23:30:00Z"))).toBe("2026-11-27");
  });
});

it("is asked for again when the day is over, and never without a pause", () => {
  const askedAgainIn = (dayEnds: string) =>
    sessionQuery.refetchInterval({ state: { data: { ...session, dayEnds } } });
  expect(askedAgainIn(new Date(Date.now() + 3_600_000).toISOString())).toBeGreaterThan(3_590_000);
  expect(askedAgainIn("2020-01-01T00:00:00Z")).toBe(60_000);
  // More than 2^31 ms are none at all for a timer.
  expect(askedAgainIn("2099-01-01T00:00:00Z")).toBe(25 * 3_600_000);
});
