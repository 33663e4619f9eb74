// @vitest-environment happy-dom
import { screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Schemas } from "../api/client";
import { answered, serve } from "../testing/server";
import { show, speak } from "../testing/stage";
import { dropAllDrafts } from "./grid-draft";
import { SupplyGrid } from "./supply-grid";

const record = (members: Partial<Schemas["SupplyRecord"]>) => ({
  productArea: "d",
  site: "z",
  volume: null,
  demand: null,
  share: null,
  unit: "eur",
  estimated: false,
  source: "",
  version: 3,
  ...members,
});

const open = (records: ReturnType<typeof record>[] = []) =>
  show(
    <SupplyGrid
      account="a"
      supply={{ records } as unknown as Schemas["SupplyPage"]}
      period="quarter"
      startsOn="2026-10-01"
      sites={[{ id: "z", name: "Zwickau" }]}
      areas={[{ id: "d", name: "Antriebe" }]}
    />,
  );

const cell = (of: "unser Volumen" | "Gesamtbedarf" | "Anteil") =>
  screen.getByLabelText<HTMLInputElement>(new RegExp(`^Zwickau, Antriebe, .*${of}`, "i"));

beforeEach(() => speak("de"));
afterEach(dropAllDrafts);

it("shows what was understood of what is pasted, and says what there was no cell for", async () => {
  const { person } = open();
  await person.click(cell("unser Volumen"));
  await person.paste("0.125\t1.234,5\t7\nviel\t500\n8\t9\n");
  expect(cell("unser Volumen").value).toBe("0,125");
  expect(screen.getByDisplayValue("1234,5")).toBeTruthy();
  expect(screen.getByDisplayValue("viel")).toBeTruthy();
  expect(screen.getByRole("alert").textContent).toContain(
    "3 Werte hatten in der Tabelle keinen Platz und fehlen: 7 · 8 · 9",
  );
});

it("says in which unit each column is", () => {
  open([record({ unit: "pieces", volume: 3 })]);
  expect(screen.getByRole("columnheader", { name: "unser Volumen in Stück" })).toBeTruthy();
  expect(screen.getByRole("columnheader", { name: "Gesamtbedarf in Stück" })).toBeTruthy();
});

it("says that others are saved only where there were others", async () => {
  serve(() => answered({ stored: 0, errors: [] }));
  const { person } = open();
  await person.type(cell("unser Volumen"), "viel");
  await person.click(screen.getByRole("button", { name: "Speichern" }));
  expect(await screen.findByText("1 Zelle ist nicht gespeichert.")).toBeTruthy();
});

it("keeps what is typed while the rest is being saved", async () => {
  let arrive = () => {};
  const asked = serve(async () => {
    await new Promise<void>((resolve) => {
      arrive = resolve;
    });
    return answered({ stored: 1, errors: [] });
  });
  const { person } = open();
  await person.type(cell("unser Volumen"), "40");
  await person.click(screen.getByRole("button", { name: "Speichern" }));
  await waitFor(() => expect(asked).toHaveLength(1));
  await person.type(cell("unser Volumen"), "0");
  arrive();
  await screen.findByText(/gespeichert/);
  expect(cell("unser Volumen").value).toBe("400");
});

const save = () => screen.getByRole<HTMLButtonElement>("button", { name: "Speichern" });

it("opens in the way in which the period was entered", () => {
  open([record({ share: 0.333 })]);
  expect(cell("Anteil").value).toBe("33,3");
});

it("shows in a cell what was entered the other way, and asks before it is replaced", async () => {
  const asked = serve(() => answered({ stored: 1, errors: [] }));
  const { person } = open([record({ share: 0.333 })]);
  await person.click(screen.getByText("Volumen und Bedarf"));
  expect(cell("unser Volumen").placeholder).toBe("33,3\u00a0%");
  await person.type(cell("unser Volumen"), "40");
  await person.type(cell("Gesamtbedarf"), "100");
  expect(save().disabled).toBe(true);
  expect(screen.getByText("Zwickau, Antriebe (33,3 %)")).toBeTruthy();
  await person.click(screen.getByRole("checkbox", { name: "1 Eintrag der anderen Art ersetzen" }));
  await person.click(save());
  await waitFor(() => expect(asked).toHaveLength(1));
  expect(asked[0]?.body.cells).toMatchObject([{ volume: 40, demand: 100, share: null }]);
});

it("asks as well before a share takes the place of a volume", async () => {
  const { person } = open([record({ volume: 40, demand: 100 })]);
  await person.click(screen.getByText("nur den Anteil"));
  expect(cell("Anteil").placeholder).toBe("40 von 100");
  await person.type(cell("Anteil"), "33");
  expect(save().disabled).toBe(true);
  expect(screen.getByText("Zwickau, Antriebe (40 von 100)")).toBeTruthy();
  await person.clear(cell("Anteil"));
  expect(screen.queryByText(/ersetzen/)).toBeNull();
});

it("neither changes nor removes what is left as it was, or written into and left empty", async () => {
  const { person } = open([record({ share: 0.333 })]);
  await person.click(screen.getByText("Volumen und Bedarf"));
  await person.type(cell("unser Volumen"), "4");
  await person.clear(cell("unser Volumen"));
  expect(save().disabled).toBe(true);
});

it("takes what it stored back, as the records were before", async () => {
  const asked = serve(() => answered({ stored: 1, errors: [] }));
  const { person } = open([record({ volume: 40, demand: 100, source: "Vogt" })]);
  await person.clear(cell("unser Volumen"));
  await person.type(cell("unser Volumen"), "50");
  await person.click(save());
  await person.click(await screen.findByRole("button", { name: "Rückgängig" }));
  await waitFor(() => expect(asked).toHaveLength(2));
  expect(asked[1]?.body.cells).toMatchObject([
    { productArea: "d", site: "z", volume: 40, demand: 100, source: "Vogt", version: 4 },
  ]);
});

it("parts thousands where nobody writes, and what is written takes the place of all", async () => {
  const { person } = open([record({ volume: 1200, demand: 3000 })]);
  expect(cell("Gesamtbedarf").value).toBe("3.000");
  await person.click(cell("Gesamtbedarf"));
  expect(cell("Gesamtbedarf").value).toBe("3000");
  cell("Gesamtbedarf").blur();
  cell("Gesamtbedarf").focus();
  await person.keyboard("45");
  expect(cell("Gesamtbedarf").value).toBe("45");
});

it("removes an entry whose value was shown and emptied by hand", async () => {
  const asked = serve(() => answered({ stored: 1, errors: [] }));
  const { person } = open([record({ share: 0.333 })]);
  await person.clear(cell("Anteil"));
  await person.click(save());
  await waitFor(() => expect(asked).toHaveLength(1));
  expect(asked[0]?.body.cells).toMatchObject([{ volume: null, demand: null, share: null }]);
});
