// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { useState } from "react";
import { beforeEach, expect, it } from "vitest";
import { show, speak } from "../testing/stage";
import { type Stage, StagesInput } from "./stages-input";

beforeEach(() => speak("de"));

function Stages({ first = [], within = {} }: { first?: Stage[]; within?: Record<string, string> }) {
  const [value, setValue] = useState(first);
  return (
    <>
      <StagesInput label="Stufen" value={value} within={within} onChange={setValue} />
      <output>{JSON.stringify(value.map(({ title, degree }) => [title, degree]))}</output>
    </>
  );
}

const stages = () => JSON.parse(screen.getByRole("status").textContent ?? "");
const ends = [
  ["Offen", 0],
  ["Erreicht", 100],
];

it("begins with its two ends, says what they are, and keeps them", () => {
  show(<Stages />);
  expect(stages()).toEqual(ends);
  expect(screen.getByText(/^Die erste Stufe ist der Beginn/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: /entfernen$/ })).toBeNull();
  expect(screen.queryByLabelText(/^Grad der Stufe/)).toBeNull();
});

it("adds one stage between its neighbours and lets its name be typed at once", async () => {
  const { person } = show(<Stages />);
  await person.click(screen.getByRole("button", { name: "Stufe hinzufügen" }));
  await person.keyboard("Bemustert");
  expect(stages()).toEqual([ends[0], ["Bemustert", 50], ends[1]]);
  await person.click(screen.getByRole("button", { name: "Stufe hinzufügen" }));
  await person.keyboard("Gelistet");
  expect(stages()).toEqual([ends[0], ["Bemustert", 50], ["Gelistet", 75], ends[1]]);
  await person.click(screen.getByRole("button", { name: "Stufe nach „Offen“ hinzufügen" }));
  await person.keyboard("Angefragt");
  expect(stages()[1]).toEqual(["Angefragt", 25]);
});

it("gives the focus back when a stage is taken out", async () => {
  const { person } = show(<Stages />);
  await person.click(screen.getByRole("button", { name: "Stufe hinzufügen" }));
  await person.click(screen.getByRole("button", { name: "Stufe 1 entfernen" }));
  expect(stages()).toEqual(ends);
  expect(document.activeElement?.textContent).toBe("Stufe hinzufügen");
});

it("marks the field that is wrong, and no other", () => {
  const first = [
    { title: "Offen", degree: 0 },
    { title: "", degree: 50 },
    { title: "Erreicht", degree: 100 },
  ];
  show(<Stages first={first} within={{ "1/title": "Bitte ausfüllen." }} />);
  const invalid = (name: string) => screen.getByLabelText(name).getAttribute("aria-invalid");
  expect(invalid("Stufe 1")).toBe("true");
  expect(invalid("Grad der Stufe 1")).not.toBe("true");
  expect(invalid("Beginn")).not.toBe("true");
  expect(screen.getAllByText("Bitte ausfüllen.")).toHaveLength(1);
});
