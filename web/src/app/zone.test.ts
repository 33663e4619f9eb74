import { afterEach, describe, expect, it } from "vitest";
import { atHourOf, instantOf, keepZone, plusDays, readersZone, wallClock } from "./zone";

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
