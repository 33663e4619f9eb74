// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { keepZone } from "../app/zone";
import { newQueries, show, speak } from "../testing/stage";
import { InstantInput } from "./instant-input";

const entered = vi.fn();

function Field({ initial = null, error }: { initial?: string | null; error?: string }) {
  const [value, setValue] = useState<string | null>(initial);
  entered(value);
  return <InstantInput label="Beginn" error={error} value={value} onChange={setValue} />;
}

const session = {
  today: "2026-11-24",
  dayEnds: new Date(Date.now() + 3_600_000).toISOString(),
};

function open(initial: string | null = null, error?: string) {
  const queries = newQueries();
  queries.setQueryDefaults(["session"], { staleTime: Number.POSITIVE_INFINITY });
  queries.setQueryData(["session"], session);
  return show(<Field initial={initial} error={error} />, queries);
}

const dayInput = () => screen.getByLabelText<HTMLInputElement>("Beginn");
const timeInput = () => screen.getByLabelText<HTMLInputElement>("Uhrzeit");
const last = () => entered.mock.lastCall?.[0];

beforeEach(async () => {
  entered.mockReset();
  await speak("de");
});
afterEach(() => keepZone("UTC"));

describe.each([
  ["Europe/Berlin", "2026-11-23T23:30:00.000Z", "2026-07-01T07:30:00.000Z"],
  ["Pacific/Auckland", "2026-11-23T11:30:00.000Z", "2026-06-30T21:30:00.000Z"],
  ["America/Los_Angeles", "2026-11-24T08:30:00.000Z", "2026-07-01T16:30:00.000Z"],
])("an instant in %s", (zone, shown, written) => {
  it("is shown as clocks there show it", () => {
    keepZone(zone);
    open(shown);
    expect([dayInput().value, timeInput().value]).toEqual(["24.11.2026", "00:30"]);
  });

  it("is entered as clocks there show it", async () => {
    keepZone(zone);
    const { person } = open();
    await person.type(dayInput(), "1.7.2026");
    await person.type(timeInput(), "9.30");
    expect(last()).toBe(written);
    await person.tab();
    expect([dayInput().value, timeInput().value]).toEqual(["01.07.2026", "09:30"]);
  });
});

it("keeps its time of day when its day goes over a change of summer time", async () => {
  keepZone("Europe/Berlin");
  const { person } = open("2026-10-24T08:00:00.000Z");
  expect(timeInput().value).toBe("10:00");
  await person.type(dayInput(), "{ArrowUp}{ArrowUp}");
  expect(last()).toBe("2026-10-26T09:00:00.000Z");
  expect([dayInput().value, timeInput().value]).toEqual(["26.10.2026", "10:00"]);
});

it("shows what a time was taken for that clocks skip in spring", async () => {
  keepZone("Europe/Berlin");
  const { person } = open("2026-03-29T10:00:00.000Z");
  await person.clear(timeInput());
  await person.type(timeInput(), "2:30");
  expect(timeInput().value).toBe("2:30");
  await person.tab();
  expect(last()).toMatch(/^2026-03-29T0[01]:30:00\.000Z$/);
  expect(timeInput().value).toMatch(/^0[13]:30$/);
});

it("keeps what is no time of day and says with its field what would be right", async () => {
  const { person } = open("2026-11-24T09:00:00.000Z");
  await person.clear(timeInput());
  await person.type(timeInput(), "25:00");
  await person.tab();
  expect(timeInput().value).toBe("25:00");
  expect(dayInput().value).toBe("24.11.2026");
  expect(last()).toBe("2026-11-24 25:00");
  expect(
    screen.getByText("25:00 ist keine Uhrzeit. Richtig wäre zum Beispiel 09:30."),
  ).toBeTruthy();
  expect(timeInput().getAttribute("aria-invalid")).toBe("true");
});

it("says of a day without a time what is missing, where it is missing", async () => {
  const { person, again } = open();
  await person.type(dayInput(), "24.11.2026");
  expect(last()).toBe("2026-11-24");
  again(<Field error="Bitte Tag und Uhrzeit eingeben." />);
  expect(timeInput().getAttribute("aria-invalid")).toBe("true");
  expect(dayInput().getAttribute("aria-invalid")).not.toBe("true");
});

it("is none once both are cleared", async () => {
  const { person } = open("2026-11-24T09:00:00.000Z");
  await person.clear(dayInput());
  expect(last()).toBe("09:00");
  await person.clear(timeInput());
  expect(last()).toBeNull();
});
