// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { useState } from "react";
import { beforeEach, expect, it } from "vitest";
import { show, speak } from "../testing/stage";
import { ScaleKeys } from "./scale-keys";

beforeEach(() => speak("de"));

function Scale({ most, was }: { most: number; was?: number }) {
  const [value, setValue] = useState<number | null>(null);
  return (
    <>
      <input aria-label="Wert" />
      <ScaleKeys label="Zuversicht" most={most} value={value} was={was} onChange={setValue} />
    </>
  );
}

/** Whoever comes to the keys by Tab, as from the field before them. */
async function comeTo(most: number, was?: number) {
  const { person } = show(<Scale most={most} was={was} />);
  await person.click(screen.getByRole("textbox", { name: "Wert" }));
  await person.tab();
  return person;
}
const chosen = () =>
  screen
    .getAllByRole<HTMLInputElement>("radio")
    .filter(({ checked }) => checked)
    .map(({ labels }) => labels?.[0]?.textContent);

it("chooses the digit that is typed, and stands on it", async () => {
  const person = await comeTo(10);
  await person.keyboard("7");
  expect(chosen()).toEqual(["7"]);
  expect(document.activeElement).toBe(screen.getByRole("radio", { name: "7" }));
  await person.keyboard("3");
  expect(chosen()).toEqual(["3"]);
});

it("takes 1 and 0 for 10", async () => {
  const person = await comeTo(10);
  await person.keyboard("10");
  expect(chosen()).toEqual(["10"]);
  await person.keyboard("0");
  expect(chosen()).toEqual(["0"]);
});

it("takes 1 and, a while later, 0 for each alone", async () => {
  const person = await comeTo(10);
  await person.keyboard("1");
  await new Promise((later) => setTimeout(later, 1100));
  await person.keyboard("0");
  expect(chosen()).toEqual(["0"]);
});

it("chooses nothing that is not among its keys, nor where Ctrl is held", async () => {
  const person = await comeTo(4);
  await person.keyboard("7x{Control>}2{/Control}");
  expect(chosen()).toEqual([]);
});

it("is gone through by the arrow keys", async () => {
  const person = await comeTo(10);
  await person.keyboard("4{ArrowRight}");
  expect(chosen()).toEqual(["5"]);
  await person.keyboard("{ArrowLeft}{ArrowLeft}");
  expect(chosen()).toEqual(["3"]);
});

it("is entered where the last choice was, and chooses nothing by that", async () => {
  await comeTo(10, 7);
  expect(document.activeElement).toBe(screen.getByRole("radio", { name: "7" }));
  expect(chosen()).toEqual([]);
});
