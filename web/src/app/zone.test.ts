import { afterEach, describe, expect, it, vi } from "vitest";
import {
  atHourOf,
  instantOf,
  keepZone,
  nextMeetingHour,
  plusDays,
  readersZone,
  wallClock,
} from "./zone";

afterEach(() => keepZone("UTC"));

describe("the reader's zone", () => {
  it("shows an instant by the clocks there", () => {
    keepZone("Europe/Berlin");
    expect(wallClock("2026-11-23T23:30:00.000Z")).toBe("2026-11-24T00:30");
    keepZone("Pacific/Auckland");
    expect(wallClock("2026-11-23T11:30:00.000Z")).toBe("2026-11-24T00:30");
    keepZone("America/Los_Angeles");
    expect(wallClock("2026-11-24T08:30:00.000Z")).toBe("2026-11-24T00:30");
  });

  it("takes what is entered as the time there, in summer and in winter", () => {
    for (const [name, summer, winter] of [
      ["Europe/Berlin", "2026-06-30T22:30:00.000Z", "2026-01-31T23:30:00.000Z"],
      ["Pacific/Auckland", "2026-06-30T12:30:00.000Z", "2026-01-31T11:30:00.000Z"],
      ["America/Los_Angeles", "2026-07-01T07:30:00.000Z", "2026-02-01T08:30:00.000Z"],
    ] as const) {
      keepZone(name);
      expect(instantOf("2026-07-01T00:30")).toBe(summer);
      expect(instantOf("2026-02-01T00:30")).toBe(winter);
    }
    expect(instantOf("")).toBeNull();
  });

  it("keeps the time of day over a change of summer time", () => {
    keepZone("Europe/Berlin");
    expect(atHourOf("2026-10-19T08:00:00.000Z", "2026-11-02")).toBe("2026-11-02T09:00:00.000Z");
    expect(atHourOf("2026-01-31T08:00:00.000Z", "2026-04-30")).toBe("2026-04-30T07:00:00.000Z");
    expect(instantOf("2026-10-25T00:30")).toBe("2026-10-24T22:30:00.000Z");
    expect(instantOf("2026-10-26T00:30")).toBe("2026-10-25T23:30:00.000Z");
  });

  it("counts days without a zone", () => {
    keepZone("Pacific/Auckland");
    expect(plusDays("2026-12-31", 1)).toBe("2027-01-01");
  });

  it("falls back to the browser's where it knows no such zone", () => {
    keepZone("Mars/Olympus");
    expect(readersZone()).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
  });
});

describe("the hour that is proposed for a meeting", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each([
    ["Tuesday morning", "2026-11-24T09:20", "2026-11-24T10:00"],
    ["Tuesday night", "2026-11-24T02:20", "2026-11-24T09:00"],
    ["before eight", "2026-11-24T07:10", "2026-11-24T08:00"],
    ["the last hour of a day", "2026-11-24T16:20", "2026-11-24T17:00"],
    ["Tuesday evening", "2026-11-24T17:20", "2026-11-25T09:00"],
    ["late at night", "2026-11-24T23:20", "2026-11-25T09:00"],
    ["Friday evening", "2026-11-27T19:00", "2026-11-30T09:00"],
    ["Saturday noon", "2026-11-28T12:00", "2026-11-30T09:00"],
    ["Sunday night", "2026-11-29T23:30", "2026-11-30T09:00"],
  ])("is one at which people work: %s", (_when, now, proposed) => {
    keepZone("America/Los_Angeles");
    vi.useFakeTimers({ now: Date.parse(instantOf(now) ?? "") });
    expect(wallClock(nextMeetingHour())).toBe(proposed);
  });
});
