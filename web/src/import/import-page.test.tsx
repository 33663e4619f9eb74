// @vitest-environment happy-dom
import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { answered, noNetwork, refused } from "../testing/server";
import { speak } from "../testing/stage";
import { anyUnsaved } from "../unsaved/unsaved";
import {
  answerOf,
  type Body,
  button,
  checks,
  imports,
  open,
  paste,
  rowOf,
  toCheck,
  writes,
} from "./testing-page";

vi.mock("../app/use-live", () => ({ useLive: () => {} }));

beforeEach(async () => {
  localStorage.clear();
  await speak("de");
});

const sites =
  "Liste\t\t\nName\tOrt\tArt\nAmeise\tOelde\tWerk\nNeubau\tAhlen\tFalsch1\nLager\tUnna\tFalsch1";

it("goes from what is pasted to what is brought in, and back to it with undo", async () => {
  const refusals = ["changed_since", "still_used"];
  const { person, asked } = open({
    more: ({ method, path }) => {
      if (method !== "POST" || !path.endsWith("/undo")) return undefined;
      const code = refusals.shift() ?? "";
      return refused(409, code, { errors: [{ pointer: "", code, detail: "Ameise" }] });
    },
  });
  await paste(person, sites);
  expect(
    screen.getByRole<HTMLInputElement>("radio", { name: "Kopfzeile ist Zeile 2" }).checked,
  ).toBe(true);
  expect(anyUnsaved()).toBe(true);
  await person.click(await button("Weiter: Spalten"));
  expect(screen.getByRole<HTMLInputElement>("combobox", { name: "Art enthält" }).value).toBe(
    "Art des Standorts",
  );
  await person.click(await button("Weiter: Prüfen"));
  await screen.findByRole("button", { name: /2 Abgelehnt/ });
  const [body] = checks(asked);
  expect(body).toMatchObject({
    kind: "sites",
    columns: ["name", "city", "site_kind"],
    rows: [
      { line: 3, cells: ["Ameise", "Oelde", "Werk"] },
      { line: 4, cells: ["Neubau", "Ahlen", "Falsch1"] },
      { line: 5, cells: ["Lager", "Unna", "Falsch1"] },
    ],
  });
  expect(body?.hash).toMatch(/^[\da-f]{64}$/);
  // Only what is refused is shown at first, with what would be right.
  expect(screen.queryByText("Ameise")).toBeNull();
  expect(
    screen.getAllByText(/„Falsch1“ ist nicht bekannt. Richtig wäre: Werk, Zentrale, Lager, Büro./)
      .length,
  ).toBe(2);
  await person.selectOptions(
    screen.getByRole("combobox", { name: "Statt „Falsch1“ in Zeile 4" }),
    "Lager",
  );
  await person.click(await button("Für alle 2 „Falsch1“"));
  await screen.findByRole("button", { name: /0 Abgelehnt/ });
  expect(
    checks(asked)
      .at(-1)
      ?.rows.map(({ cells }) => cells?.[2]),
  ).toEqual(["Werk", "warehouse", "warehouse"]);
  await person.click(await button("Weiter: Übernehmen"));
  await person.click(await button("3 Zeilen übernehmen"));
  await screen.findByText("3 Zeilen übernommen", { selector: "b" });
  expect(writes(asked)).toHaveLength(1);
  expect(writes(asked)[0]).toMatchObject({ leaveOut: false, kind: "sites" });
  expect(writes(asked)[0]?.id).toMatch(/^[\da-f-]{36}$/);
  expect(anyUnsaved()).toBe(false);
  expect(screen.getByRole("link", { name: "Zu den Standorten" }).getAttribute("href")).toBe(
    "/accounts/a/customer?tab=sites",
  );
  for (const said of [
    "Seither geändert wurde: Ameise.",
    "Ameise beruht auf dem, was dieser Import brachte.",
  ]) {
    await person.click(await button(/zurücknehmen$/));
    await person.click(
      within(await screen.findByRole("dialog")).getByRole("button", { name: "Zurücknehmen" }),
    );
    await waitFor(() => expect(screen.getByRole("alert").textContent).toContain(said));
  }
});

it("corrects a cell in the grid and leaves out what stays refused only where that is said", async () => {
  const { person, asked } = open();
  await toCheck(person, sites);
  const cell = screen.getByRole("textbox", { name: "Zeile 4, Art des Standorts" });
  expect(cell.getAttribute("aria-invalid")).toBe("true");
  await person.clear(cell);
  await person.type(cell, "Lager{Enter}");
  await screen.findByRole("button", { name: /1 Abgelehnt/ });
  // The row that was corrected stays where it is looked at.
  expect(screen.getByRole("textbox", { name: "Zeile 4, Art des Standorts" })).toBe(cell);
  await person.click(await button("Weiter: Übernehmen"));
  const bring = await button("2 Zeilen übernehmen");
  expect(bring).toHaveProperty("disabled", true);
  await person.click(screen.getByRole("checkbox", { name: "Die abgelehnte Zeile auslassen" }));
  await person.click(bring);
  await screen.findByText("2 Zeilen übernommen", { selector: "b" });
  expect(writes(asked)[0]?.leaveOut).toBe(true);
});

it("keeps what was chosen while one goes to and fro, and remembers it for the next file", async () => {
  const { person, unmount } = open();
  await paste(person, "Firma\tBezeichnung\nX\tAmeise");
  await person.click(await button("Weiter: Spalten"));
  expect(await screen.findByText(/Es fehlt noch: Name/)).toBeTruthy();
  expect(await button("Weiter: Prüfen")).toHaveProperty("disabled", true);
  const select = screen.getByRole("combobox", { name: "Bezeichnung enthält" });
  await person.click(select);
  await person.click(await screen.findByRole("option", { name: "Name" }));
  await person.click(screen.getByRole("link", { name: /Quelle/ }));
  await person.click(await screen.findByRole("link", { name: /Spalten/ }));
  expect(
    (await screen.findByRole<HTMLInputElement>("combobox", { name: "Bezeichnung enthält" })).value,
  ).toBe("Name");
  await person.click(await button("Weiter: Prüfen"));
  await screen.findByRole("region", { name: "Zeilen der Datei" });
  unmount();
  const again = open();
  await paste(again.person, "Firma\tBezeichnung\nX\tBiene");
  await again.person.click(await button("Weiter: Spalten"));
  await screen.findByText("Wie beim letzten Mal zugeordnet.");
  expect(
    screen.getByRole<HTMLInputElement>("combobox", { name: "Bezeichnung enthält" }).value,
  ).toBe("Name");
});

it("keeps everything when nobody answers, and sends the same import again", async () => {
  let down = true;
  const { person, asked } = open({
    more: ({ method, path }) =>
      method === "POST" && path === imports && down ? noNetwork() : undefined,
  });
  await toCheck(person, "Name\nAmeise");
  await person.click(await button("Weiter: Übernehmen"));
  await person.click(await button("1 Zeile übernehmen"));
  expect((await screen.findByRole("alert")).textContent).toContain("steht noch da");
  down = false;
  await person.click(await button("1 Zeile übernehmen"));
  await screen.findByText("1 Zeile übernommen", { selector: "b" });
  const [first, second] = writes(asked);
  expect(second?.id).toBe(first?.id);
});

it("shows old and new of what changes, and what becomes of a matrix of shares", async () => {
  const { person, asked } = open({
    address: "/accounts/a/import?kind=supply",
    more: ({ path, body }) =>
      path.endsWith("dryRun=true")
        ? answered(
            answerOf(
              (body as unknown as Body).rows.map(({ line }) =>
                rowOf(line, "changed", {
                  title: "Dichtungen",
                  values: [{ column: 3, member: "share", before: 0.3, after: 0.4 }],
                  hints: [
                    {
                      column: null,
                      code: "share_differs",
                      detail: "",
                      choices: ["45 %", "40 %"],
                      value: null,
                    },
                  ],
                }),
              ),
            ),
          )
        : undefined,
  });
  await paste(person, "Werk\tPB\tQ3/26\tQ4/26\nGütersloh\tDichtungen\t40\t41");
  await person.click(await button("Weiter: Spalten"));
  await screen.findByText("„40“ gelesen als 40 %");
  await person.click(await button("Weiter: Prüfen"));
  await screen.findByRole("button", { name: /2 Geändert/ });
  expect(checks(asked)[0]).toMatchObject({
    columns: ["site", "product_area", "period", "share", "volume", "demand", "unit"],
    rows: [
      { line: 2, cells: ["Gütersloh", "Dichtungen", "Q3 2026", "40", null, null, "eur"] },
      { line: 2, cells: ["Gütersloh", "Dichtungen", "Q4 2026", "41", null, null, "eur"] },
    ],
  });
  expect(screen.getAllByText("30 %")[0]?.tagName).toBe("DEL");
  expect(screen.getAllByText("40 %")[0]?.tagName).toBe("INS");
  expect(screen.getAllByText(/Die Datei sagt 45 %, die Volumen ergeben 40 %/).length).toBe(2);
});

it("says before sending that more than 10,000 rows are too many", async () => {
  const { person, asked } = open();
  await paste(
    person,
    `Name\n${Array.from({ length: 10_001 }, (_, at) => `Werk ${at}`).join("\n")}`,
  );
  await person.click(await button("Weiter: Spalten"));
  expect((await screen.findByRole("alert")).textContent).toContain("Mehr als 10.000 Zeilen");
  expect(await button("Weiter: Prüfen")).toHaveProperty("disabled", true);
  expect(checks(asked)).toEqual([]);
});

it("shows a hundred of many rows at a time", async () => {
  const { person } = open();
  await toCheck(
    person,
    `Name\n${Array.from({ length: 5_000 }, (_, at) => `Werk ${at}`).join("\n")}`,
  );
  const rows = () =>
    within(screen.getByRole("region", { name: "Zeilen der Datei" })).getAllByRole("row").length;
  expect(rows()).toBe(101);
  await person.click(await button("100 weitere Zeilen zeigen"));
  expect(rows()).toBe(201);
});

it("tells a reader why they can't, and shows what was brought in before", async () => {
  open({
    contribute: false,
    past: [
      {
        id: "i",
        file: "Standorte.xlsx",
        kind: "sites",
        createdAt: "2026-11-20T10:00:00Z",
        importedBy: "k",
        added: 2,
        changed: 0,
        unchanged: 1,
        leftOut: 0,
        undoneAt: null,
      },
    ],
  });
  expect(await screen.findByText("Hier importiert das Team dieses Kunden")).toBeTruthy();
  const past = await screen.findByText("Standorte.xlsx");
  expect(past.closest("li")?.textContent).toContain("Katrin Vogt · 2 neu · 1 unverändert");
  expect(screen.queryByRole("button", { name: /zurücknehmen/ })).toBeNull();
  expect(screen.queryByRole("textbox")).toBeNull();
});

it("asks before a page with a file on it is left", async () => {
  const { person, router } = open();
  await paste(person, "Name\nAmeise");
  router.navigate({ to: "/accounts/$account/supply", params: { account: "a" } } as never);
  expect(await screen.findByRole("dialog")).toBeTruthy();
  await waitFor(() => expect(screen.queryByText("supply")).toBeNull());
});

it("lets nobody wait for a check that they do not want, and checks again where they do", async () => {
  let answers = false;
  const { person, asked } = open({
    more: ({ path }) =>
      path.endsWith("dryRun=true") && !answers
        ? (new Promise(() => {}) as unknown as Response)
        : undefined,
  });
  await paste(person, sites);
  await person.click(await button("Weiter: Spalten"));
  await person.click(await button("Weiter: Prüfen"));
  expect(await screen.findByText("3 Zeilen werden geprüft …")).toBeTruthy();
  await person.click(await button("Abbrechen"));
  expect(await screen.findByText(/Nicht zu Ende geprüft/)).toBeTruthy();
  answers = true;
  await person.click(await button("Noch einmal"));
  await screen.findByRole("region", { name: "Zeilen der Datei" });
  expect(checks(asked).length).toBe(2);
});
