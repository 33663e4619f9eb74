// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { answered } from "../testing/server";
import { speak } from "../testing/stage";
import {
  answerOf,
  type Body,
  button,
  checks,
  cockpit,
  open,
  paste,
  rowOf,
  toCheck,
} from "./testing-page";

vi.mock("../app/use-live", () => ({ useLive: () => {} }));

beforeEach(async () => {
  localStorage.clear();
  await speak("de");
});

const okr = [
  ["OKR Teutonia", "Stand 24.11.26", "", "", "", ""],
  ["Ziel", "Schlüsselergebnis", "Ausgangswert", "Soll", "Ist", "Konfidenz"],
  ["Erste Wahl in Oelde", "Freigegebene Muster", "0", "3", "1", "0,7"],
  ["", "Anteil in Oelde", "30,5", "45", "37", "0,4"],
]
  .map((row) => row.join("\t"))
  .join("\n");

it("brings a plan in, and then what its file says of how it stands", async () => {
  const { person, asked } = open({
    address: "/accounts/a/import?kind=plan",
    more: ({ path, body }) => {
      const sent = body as unknown as Body;
      if (!path.endsWith("dryRun=true")) return undefined;
      const hint = (code: string) => ({
        column: null,
        code,
        detail: "",
        choices: ["25 %", "33 %"],
        value: null,
      });
      return answered(
        answerOf(
          sent.rows.map(({ line, cells = [] }) =>
            rowOf(line, "new", {
              title: String(cells[1]),
              hints: [hint(sent.kind === "plan" ? "brings_objective" : "progress_differs")],
            }),
          ),
        ),
      );
    },
  });
  await toCheck(person, okr);
  expect(checks(asked)[0]).toMatchObject({
    kind: "plan",
    columns: ["objective", "key_result", "start", "target"],
    rows: [
      { line: 3, cells: ["Erste Wahl in Oelde", "Freigegebene Muster", "0", "3"] },
      { line: 4, cells: ["Erste Wahl in Oelde", "Anteil in Oelde", "30,5", "45"] },
    ],
  });
  expect(screen.getAllByText("Das Objective dazu ist auch neu.")).toHaveLength(2);
  await person.click(await button("Weiter: Übernehmen"));
  await person.click(await button("2 Zeilen übernehmen"));
  expect((await screen.findByRole("link", { name: "Zur Planung" })).getAttribute("href")).toBe(
    "/accounts/a/cycle?cycle=c",
  );
  await person.click(await button("Auch die Werte der Datei als Check-ins übernehmen"));
  expect(await screen.findByText("„0,7“ gelesen als 7 von 10")).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Tag" }).value).toBe("24.11.26");
  await person.click(await button("Weiter: Prüfen"));
  await screen.findByRole("button", { name: /2 Neu/ });
  expect(checks(asked).at(-1)).toMatchObject({
    kind: "check_ins",
    format: { confidence: "fraction", decimalSign: "comma" },
    columns: ["objective", "key_result", "value", "confidence", "on"],
    rows: [
      { cells: ["Erste Wahl in Oelde", "Freigegebene Muster", "1", "0,7", "24.11.26"] },
      { cells: ["Erste Wahl in Oelde", "Anteil in Oelde", "37", "0,4", "24.11.26"] },
    ],
  });
  expect(
    screen.getAllByText(/Die Datei sagt 25 % Fortschritt, vom Startwert .* sind es 33 %/),
  ).toHaveLength(2);
});

it("says that a plan's values wait until its cycle runs", async () => {
  const planned = { id: "n", name: "2027 H1", startsOn: "2027-01-01", state: "planning" };
  const { person } = open({
    address: "/accounts/a/import?kind=plan",
    cycles: [...cockpit.cycles, { cycle: planned }],
  });
  await toCheck(person, okr);
  await person.click(await button("Weiter: Übernehmen"));
  await person.click(await button("2 Zeilen übernehmen"));
  expect(await screen.findByText(/Sobald der Zyklus läuft/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: /als Check-ins/ })).toBeNull();
});

it.each([
  ["plan", /kein Zyklus offen/],
  ["check_ins", /Check-ins gehören in einen Zyklus, der läuft/],
])("says before sending %s that no cycle is there for them", async (kind, said) => {
  const { person, asked } = open({
    address: `/accounts/a/import?kind=${kind}`,
    cycles: cockpit.cycles.filter(({ cycle }) => cycle.state === "closed"),
  });
  await paste(person, okr);
  await person.click(await button("Weiter: Spalten"));
  expect(await screen.findByText(said)).toBeTruthy();
  expect(screen.getByRole("link", { name: "Zur Planung" })).toBeTruthy();
  expect(await button("Weiter: Prüfen")).toHaveProperty("disabled", true);
  expect(checks(asked)).toEqual([]);
});

it("lets one column be an outline, or objectives and key results each have theirs", async () => {
  const { person } = open({ address: "/accounts/a/import?kind=plan" });
  await paste(person, "Objective\tKey Result\tZielwert\nWachsen\tMuster\t3");
  await person.click(await button("Weiter: Spalten"));
  const role = (name: string) =>
    screen.getByRole<HTMLInputElement>("combobox", { name: `${name} enthält` });
  expect(role("Key Result").value).toBe("Key Result");
  await person.click(role("Objective"));
  await person.click(await screen.findByRole("option", { name: "Objective oder Key Result" }));
  expect(role("Key Result").value).toBe("nichts davon");
  expect(role("Zielwert").value).toBe("Zielwert");
});
