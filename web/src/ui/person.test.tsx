// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "../testing/stage";
import { initialsOf, PersonMark } from "./person";

it.each([
  ["Katrin Vogt", "KV"],
  ["Dr. Stefan Rehberg", "SR"],
  ["Prof. Dr. Anke  Feldmann", "AF"],
  ["Karl-Heinz von der Mühlen", "KM"],
  ["Öznur", "Ö"],
  ["", "–"],
])("marks %j by %s", (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

it("says whose mark it is, unless the name stands beside it", () => {
  const { again } = show(<PersonMark name="Katrin Vogt" />);
  expect(screen.getByRole("img", { name: "Katrin Vogt" })).toBeTruthy();
  again(<PersonMark name="Katrin Vogt" beside />);
  expect(screen.queryByRole("img")).toBeNull();
});

it("tells the people of a team apart by colour", () => {
  const team = [
    "Katrin Vogt",
    "Jonas Albers",
    "Meike Oltmann",
    "Deniz Aydın",
    "Dr. Stefan Rehberg",
  ];
  show(team.map((name) => <PersonMark key={name} name={name} />));
  const colours = screen.getAllByRole("img").map((mark) => mark.dataset.colour);
  expect(new Set(colours).size).toBe(team.length);
});
