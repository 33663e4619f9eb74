// @vitest-environment happy-dom
import { screen, waitFor, within } from "@testing-library/react";
import { useState } from "react";
import { beforeEach, expect, it, vi } from "vitest";
import { show, speak } from "../testing/stage";
import { type Column, hasHead } from "./columns";
import { nothingPasted, PasteMany } from "./paste-many";
import { bad, fine, type Judge, known, type Refusal, type ToWrite } from "./verdict";

const columns: Column[] = [
  { key: "name", label: "Name", words: ["name"] },
  { key: "city", label: "Ort", words: ["ort"] },
];
const judge: Judge<string> = (rows) =>
  rows.map((row) => {
    const name = row.of("name");
    if (name === "") return bad({ key: "name", says: "Der Name fehlt." });
    if (name === "Oelde") return known("Gibt es schon.");
    return fine(name, row.of("city") === "?" ? ["Der Ort ist unklar."] : []);
  });
const write = vi.fn<(items: ToWrite<string>[]) => Promise<Refusal[]>>();

function Paste() {
  const [draft, setDraft] = useState(nothingPasted);
  return (
    <PasteMany
      label="Standorte"
      description="Je Zeile einer"
      example="Gütersloh"
      draft={draft}
      onDraft={setDraft}
      columns={() => columns}
      judge={judge}
      write={write}
    />
  );
}

const box = () => screen.getByLabelText<HTMLTextAreaElement>("Standorte");
const pasted = async (text: string) => {
  const { person } = show(<Paste />);
  await person.click(box());
  await person.paste(text);
  return person;
};
const take = (count: string) => screen.getByRole("button", { name: `${count} übernehmen` });

beforeEach(async () => {
  write.mockReset();
  write.mockResolvedValue([]);
  await speak("de");
});

it("shows each doubtful row with its number before anything is written", async () => {
  await pasted("Name\tOrt\nPassau\tPassau\n\tSoest\nTrier\t?\nOelde\t");
  expect(hasHead(columns, ["Name", "Ort"])).toBe(true);
  expect(screen.getByText("4 Zeilen gelesen")).toBeTruthy();
  expect(screen.getByText("1 zu berichtigen")).toBeTruthy();
  expect(screen.getByText("1 mit Hinweis")).toBeTruthy();
  expect(screen.getByText("1 bleibt weg")).toBeTruthy();
  const wrong = screen.getByRole("textbox", { name: "Zeile 3, Name" });
  expect(wrong.getAttribute("aria-invalid")).toBe("true");
  expect(document.getElementById(wrong.getAttribute("aria-describedby") ?? "")?.textContent).toBe(
    "Der Name fehlt.",
  );
  expect(write).not.toHaveBeenCalled();
});

it("writes what is right, and keeps what is wrong and what was refused under its number", async () => {
  write.mockResolvedValueOnce([{ row: 2, key: "name", says: "Das ist schon vergeben." }]);
  const person = await pasted("Name\tOrt\nPassau\tPassau\n\tSoest\nTrier\tTrier");
  await person.click(take("2 Zeilen"));
  expect(write.mock.calls[0]?.[0]).toEqual([
    { row: 0, item: "Passau" },
    { row: 2, item: "Trier" },
  ]);
  await waitFor(() => expect(box().value).toBe("Name\tOrt\n\tSoest\nTrier\tTrier"));
  expect(await screen.findByText("1 Zeile übernommen.")).toBeTruthy();
  expect(screen.getByText("Das ist schon vergeben.")).toBeTruthy();
  const refused = screen.getByRole("textbox", { name: "Zeile 4, Name" });
  await person.type(refused, " Nord");
  // It stays open for whoever writes into it, though it is right by now.
  expect(screen.getByRole<HTMLInputElement>("textbox", { name: "Zeile 4, Name" }).value).toBe(
    "Trier Nord",
  );
  expect(screen.queryByText("Das ist schon vergeben.")).toBeNull();
  await person.type(screen.getByRole("textbox", { name: "Zeile 3, Name" }), "Soest");
  await person.click(take("2 Zeilen"));
  await waitFor(() => expect(box().value).toBe(""));
});

it("lets the reader say what a column is", async () => {
  const person = await pasted("Passau\tNiederbayern\nTrier\tMosel");
  const table = screen.getByRole("region", { name: "Vorschau der Zeilen" });
  expect(within(table).getByRole("columnheader", { name: "Ort" })).toBeTruthy();
  await person.click(screen.getByRole("combobox", { name: /^Spalte 2/ }));
  await person.click(await screen.findByRole("option", { name: "(bleibt weg)" }));
  await waitFor(() =>
    expect(within(table).queryByRole("columnheader", { name: "Ort" })).toBeNull(),
  );
});

it("is sent by the keyboard", async () => {
  const person = await pasted("Passau");
  await person.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(write).toHaveBeenCalledOnce());
});
