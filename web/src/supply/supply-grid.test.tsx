// @vitest-environment happy-dom
import { screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, it } from "vitest";
import type { Schemas } from "../api/client";
import { answered, serve } from "../testing/server";
import { show, speak } from "../testing/stage";
import { dropAllDrafts } from "./grid-draft";
import { SupplyGrid } from "./supply-grid";

const open = () =>
  show(
    <SupplyGrid
      account="a"
      supply={{ records: [] } as unknown as Schemas["SupplyPage"]}
      period="quarter"
      startsOn="2026-10-01"
      sites={[{ id: "z", name: "Zwickau" }]}
      areas={[{ id: "d", name: "Antriebe" }]}
    />,
  );

const cell = (of: "unser Volumen" | "Gesamtbedarf") =>
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
