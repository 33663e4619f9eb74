// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { useState } from "react";
import { beforeEach, expect, it, test, vi } from "vitest";
import { show, speak } from "../testing/stage";
import { type NumberEntry, NumberField } from "./number-field";

const entered = vi.fn();

function Field({ initial = null }: { initial?: NumberEntry }) {
  const [value, setValue] = useState<NumberEntry>(initial);
  entered(value);
  return <NumberField label="Wert" value={value} onChange={setValue} />;
}

const input = () => screen.getByLabelText<HTMLInputElement>("Wert");
const last = () => entered.mock.lastCall?.[0];

beforeEach(async () => {
  entered.mockReset();
  await speak("de");
});

test.each([
  ["de", "10.02", 10.02, "10,02"],
  ["de", "1.234,5", 1234.5, "1234,5"],
  ["de", "1 234,5", 1234.5, "1234,5"],
  ["de", "1'234.50", 1234.5, "1234,5"],
  ["de", "12,5 %", 12.5, "12,5"],
  ["de", "−5", -5, "-5"],
  ["en", "1,234.5", 1234.5, "1234.5"],
  ["en", "12,5", 12.5, "12.5"],
] as const)(
  "pasted in %s, “%s” is %d and reads “%s” afterwards",
  async (language, text, value, shown) => {
    await speak(language);
    const { person } = show(<Field />);
    await person.click(input());
    await person.paste(text);
    expect(last()).toBe(value);
    expect(input().value).toBe(text);
    await person.tab();
    expect(input().value).toBe(shown);
  },
);

it("asks where a number can mean two things, and takes the other one", async () => {
  const { person } = show(<Field />);
  await person.click(input());
  await person.paste("€ 1.200");
  expect(last()).toBe(1200);
  await person.click(screen.getByRole("button", { name: "Gemeint war 1,2" }));
  expect(last()).toBe(1.2);
  expect(input().value).toBe("1,2");
  expect(screen.queryByRole("button")).toBeNull();
});

it("drops nothing of what is no number, and says so at once", async () => {
  const { person } = show(<Field />);
  await person.click(input());
  await person.paste("1.2.3");
  expect(screen.getByText("Bitte eine Zahl eingeben.")).toBeTruthy();
  await person.tab();
  expect(input().value).toBe("1.2.3");
  expect(last()).toBe("1.2.3");
});

it("lets a minus be typed first, and never makes it NaN", async () => {
  const { person } = show(<Field />);
  await person.type(input(), "-");
  expect(last()).toBe("-");
  expect(screen.queryByText("Bitte eine Zahl eingeben.")).toBeNull();
  await person.type(input(), "5");
  expect(last()).toBe(-5);
  await person.clear(input());
  await person.type(input(), "-");
  await person.tab();
  expect(screen.getByText("Bitte eine Zahl eingeben.")).toBeTruthy();
});

it("is no value once it is cleared", async () => {
  const { person } = show(<Field initial={4} />);
  await person.clear(input());
  expect(last()).toBeNull();
});

it("counts up and down by the arrow keys", async () => {
  const { person } = show(<Field initial={4} />);
  await person.type(input(), "{ArrowUp}{ArrowUp}{ArrowDown}");
  expect(last()).toBe(5);
  expect(input().value).toBe("5");
});
