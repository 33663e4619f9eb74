// @vitest-environment happy-dom
import { Modal } from "@mantine/core";
import { screen, waitFor, within } from "@testing-library/react";
import { useState } from "react";
import { beforeEach, describe, expect, it, test, vi } from "vitest";
import { newQueries, show, speak } from "../testing/stage";
import { DayInput } from "./day-input";
import type { DayEntry } from "./read-day";

const entered = vi.fn();

function Field({
  initial = null,
  ...props
}: {
  initial?: DayEntry;
  min?: string;
  max?: string;
  withAsterisk?: boolean;
  description?: string;
}) {
  const [value, setValue] = useState<DayEntry>(initial);
  entered(value);
  return <DayInput label="fällig am" {...props} value={value} onChange={setValue} />;
}

const session = {
  user: { id: "jonas", name: "Jonas Albers" },
  csrf: "",
  timeZone: "UTC",
  today: "2026-11-24",
  dayEnds: new Date(Date.now() + 3_600_000).toISOString(),
};

/** On the server's day, which is not the browser's. */
function open(node = <Field />) {
  const queries = newQueries();
  queries.setQueryDefaults(["session"], { staleTime: Number.POSITIVE_INFINITY });
  queries.setQueryData(["session"], session);
  return show(node, queries);
}

const input = () => screen.getByLabelText<HTMLInputElement>(/^fällig am/);
const last = () => entered.mock.lastCall?.[0];
const calendar = () => screen.findByRole("dialog", { name: /^(Kalender|Calendar)$/ });
const day = async (name: string | RegExp) =>
  within(await calendar()).findByRole("button", { name });
const focusedDay = () => document.activeElement?.getAttribute("data-day");

beforeEach(async () => {
  entered.mockReset();
  await speak("de");
});

test.each([
  ["de", "24.11.2026", "24.11.2026"],
  ["de", "24.11.", "24.11.2026"],
  ["de", "2026-11-24", "24.11.2026"],
  ["en", "24/11/2026", "24/11/2026"],
  ["en", "24 Nov 2026", "24/11/2026"],
  ["en", "24.11.2026", "24/11/2026"],
] as const)("typed in %s, “%s” is a day and reads %s afterwards", async (language, text, shown) => {
  await speak(language);
  const { person } = open();
  await person.type(input(), text);
  expect(last()).toBe("2026-11-24");
  expect(input().value).toBe(text);
  await person.tab();
  expect(input().value).toBe(shown);
});

it("keeps what is no day and says with the field what would be right, once it is left", async () => {
  const { person } = open(<Field description="Bis wann?" />);
  await person.type(input(), "32.11.");
  expect(last()).toBe("32.11.");
  expect(screen.queryByText(/ist kein Datum/)).toBeNull();
  await person.tab();
  const told = screen.getByText("32.11. ist kein Datum. Richtig wäre zum Beispiel 24.11.2026.");
  expect(input().value).toBe("32.11.");
  expect(input().getAttribute("aria-invalid")).toBe("true");
  expect(input().getAttribute("aria-describedby")?.split(" ")).toContain(told.id);
  await person.clear(input());
  expect(last()).toBeNull();
});

it("goes by a day with the arrow keys, from today where there is none, and within its bounds", async () => {
  const { person } = open(<Field max="2026-11-25" />);
  await person.type(input(), "{ArrowUp}");
  expect(last()).toBe("2026-11-24");
  await person.keyboard("{ArrowUp}{ArrowUp}");
  expect(input().value).toBe("25.11.2026");
  await person.keyboard("{ArrowDown}{ArrowDown}");
  expect(last()).toBe("2026-11-23");
});

describe("the calendar", () => {
  it("speaks the interface's language, begins on Monday and marks the server's day", async () => {
    const { person } = open();
    await person.click(screen.getByRole("button", { name: "Kalender" }));
    expect((await day("Dienstag, 24. November 2026")).getAttribute("aria-current")).toBe("date");
    const grid = within(await calendar()).getByRole("table");
    expect(
      within(grid)
        .getAllByRole("columnheader")
        .map((head) => head.textContent),
    ).toEqual(["Mo", "Di", "Mi", "Do", "Fr", "Sa", "So"]);
    expect(within(await calendar()).getByRole("option", { name: "März" })).toBeTruthy();
    expect(document.querySelectorAll("[aria-current]")).toHaveLength(1);
  });

  it("speaks English with English readers", async () => {
    await speak("en");
    const { person } = open(<Field initial="2026-03-02" />);
    await person.click(screen.getByRole("button", { name: "Calendar" }));
    expect((await day(/^Monday,? 2 March 2026$/)).getAttribute("aria-pressed")).toBe("true");
    expect(within(await calendar()).getByRole("option", { name: "March" })).toBeTruthy();
  });

  it("opens from the field, goes over a month's end by the keys, and gives the focus back", async () => {
    const { person } = open(<Field initial="2026-11-30" />);
    await person.type(input(), "{Alt>}{ArrowDown}{/Alt}");
    await waitFor(() => expect(focusedDay()).toBe("2026-11-30"));
    await person.keyboard("{ArrowRight}");
    await waitFor(() => expect(focusedDay()).toBe("2026-12-01"));
    await person.keyboard("{ArrowUp}");
    await waitFor(() => expect(focusedDay()).toBe("2026-11-24"));
    await person.keyboard("{PageDown}");
    await waitFor(() => expect(focusedDay()).toBe("2026-12-24"));
    await person.keyboard("{Enter}");
    expect(last()).toBe("2026-12-24");
    expect(screen.queryByRole("dialog")).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(input()));
    expect(input().value).toBe("24.12.2026");
  });

  it("closes on the day that is chosen already, too", async () => {
    const { person } = open(<Field initial="2026-11-24" />);
    await person.click(screen.getByRole("button", { name: "Kalender" }));
    await person.click(await day("Dienstag, 24. November 2026"));
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(last()).toBe("2026-11-24");
  });

  it("offers no day beyond its bounds", async () => {
    const { person } = open(<Field max="2026-11-24" />);
    await person.click(screen.getByRole("button", { name: "Kalender" }));
    expect((await day("Mittwoch, 25. November 2026")) as HTMLButtonElement).toHaveProperty(
      "disabled",
      true,
    );
    await waitFor(() => expect(focusedDay()).toBe("2026-11-24"));
    await person.keyboard("{ArrowRight}");
    expect(focusedDay()).toBe("2026-11-24");
  });

  it("takes today, and none where there may be none", async () => {
    const { person } = open(<Field initial="2026-03-02" />);
    const button = screen.getByRole("button", { name: "Kalender" });
    await person.click(button);
    await person.click(await screen.findByRole("button", { name: "Heute" }));
    expect(last()).toBe("2026-11-24");
    await person.click(button);
    await person.click(await screen.findByRole("button", { name: "Leeren" }));
    expect(last()).toBeNull();
    await waitFor(() => expect(document.activeElement).toBe(button));
  });

  it("cannot be cleared where a day is required", async () => {
    const { person } = open(<Field initial="2026-03-02" withAsterisk />);
    await person.click(screen.getByRole("button", { name: "Kalender" }));
    await screen.findByRole("button", { name: "Heute" });
    expect(screen.queryByRole("button", { name: "Leeren" })).toBeNull();
  });

  it.each([
    ["a day", async () => {}],
    [
      "the month's list",
      async (person: ReturnType<typeof show>["person"]) => person.tab({ shift: true }),
    ],
  ])("is all that Esc closes in a dialog, from %s", async (_, move) => {
    const onClose = vi.fn();
    const { person } = open(
      <Modal opened onClose={onClose} title="Maßnahme">
        <Field initial="2026-11-24" max="2026-11-30" />
      </Modal>,
    );
    await person.click(screen.getByRole("button", { name: "Kalender" }));
    await day("Dienstag, 24. November 2026");
    await waitFor(() => expect(focusedDay()).toBe("2026-11-24"));
    await move(person);
    await person.keyboard("{Escape}");
    expect(screen.queryByRole("dialog", { name: "Kalender" })).toBeNull();
    expect(onClose).not.toHaveBeenCalled();
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole("button", { name: "Kalender" })),
    );
    await person.keyboard("{Escape}");
    expect(onClose).toHaveBeenCalledTimes(1);
  });
});
