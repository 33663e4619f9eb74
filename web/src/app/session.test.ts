import { afterEach, describe, expect, it, vi } from "vitest";
import { type SessionView, todayOf } from "./session";

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
