// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { useState } from "react";
import { beforeEach, expect, it } from "vitest";
import { show, speak } from "../testing/stage";
import { type KeyFigureEntry, KeyFiguresInput } from "./key-figures-input";

let sent: KeyFigureEntry[];

function Field({ first }: { first: KeyFigureEntry[] }) {
  const [value, setValue] = useState(first);
  sent = value;
  return <KeyFiguresInput label="Eckzahlen" most={4} value={value} onChange={setValue} />;
}

const figure = (name: string): KeyFigureEntry => ({ name, value: 1, unit: "", of: "" });
const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
const button = (name: string) => screen.getByRole("button", { name });

beforeEach(() => speak("de"));

it("takes what, how much, in which unit, of which year, by keyboard alone", async () => {
  const { person } = show(<Field first={[]} />);
  await person.tab();
  await person.keyboard("{Enter}");
  expect(document.activeElement).toBe(field("Name der Eckzahl 1"));
  await person.keyboard("Umsatz");
  await person.tab();
  await person.keyboard("4,2");
  await person.tab();
  await person.keyboard("Mrd. EUR");
  await person.tab();
  await person.keyboard("GJ 2025/26");
  expect(sent).toEqual([{ name: "Umsatz", value: 4.2, unit: "Mrd. EUR", of: "GJ 2025/26" }]);
});

it("offers no fifth", async () => {
  const { person } = show(<Field first={["a", "b", "c"].map(figure)} />);
  await person.click(button("Eckzahl hinzufügen"));
  expect(sent).toHaveLength(4);
  expect(document.activeElement).toBe(field("Name der Eckzahl 4"));
  expect(screen.queryByRole("button", { name: "Eckzahl hinzufügen" })).toBeNull();
});

it("takes one out, and the focus is not lost", async () => {
  const { person } = show(<Field first={["a", "b", "c", "d"].map(figure)} />);
  await person.click(button("Eckzahl 2 entfernen"));
  expect(sent.map(({ name }) => name)).toEqual(["a", "c", "d"]);
  expect(document.activeElement).toBe(button("Eckzahl hinzufügen"));
});

it("says in sight what each field is, of every figure", () => {
  show(<Field first={["a", "b"].map(figure)} />);
  for (const word of ["Name", "Wert", "Einheit", "Jahr"])
    expect(screen.getAllByText(word)).toHaveLength(2);
});
