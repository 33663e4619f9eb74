// @vitest-environment happy-dom
import { screen, waitFor, within } from "@testing-library/react";
import { useState } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { newQueries, show, speak } from "../testing/stage";
import { unsavedAfterSaves, useUnsaved } from "../unsaved/unsaved";
import { type Column, hasHead } from "./columns";
import { nothingPasted } from "./draft";
import { arrangeMember, judgeMembers, memberColumns } from "./member-rows";
import { PasteMany } from "./paste-many";
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

function Paste({ label = "Standorte" }) {
  const [draft, setDraft] = useState(nothingPasted);
  useUnsaved(draft.text !== "");
  return (
    <PasteMany
      label={label}
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

it("asks how a row is parted that is parted otherwise than the others, and takes it then", async () => {
  const person = await pasted("Passau\tBayern\nSoest\tWestfalen\nTrier; Mosel\nHof, Saale");
  expect(screen.getByText("2 zu berichtigen")).toBeTruthy();
  expect(
    screen.getByText("Die anderen Zeilen sind mit Tabulator getrennt, diese mit Semikolon."),
  ).toBeTruthy();
  await person.click(take("2 Zeilen"));
  // What is left is parted as before, though it shows no tab any more.
  await waitFor(() => expect(box().value).toBe("Trier; Mosel\nHof, Saale"));
  expect(screen.getByText("2 zu berichtigen")).toBeTruthy();
  await person.click(await screen.findByRole("button", { name: "Am Semikolon trennen" }));
  await person.click(screen.getByRole("button", { name: "Nicht trennen" }));
  await person.click(take("2 Zeilen"));
  await waitFor(() => expect(write).toHaveBeenCalledTimes(2));
  expect(write.mock.calls[1]?.[0].map(({ item }) => item)).toEqual(["Trier", "Hof, Saale"]);
});

it("asks nobody about what is on its way, who leaves while it is being written", async () => {
  let arrive = () => {};
  write.mockReturnValueOnce(new Promise((resolve) => (arrive = () => resolve([]))));
  const person = await pasted("Passau\nTrier");
  await person.keyboard("{Control>}{Enter}{/Control}");
  const asks = unsavedAfterSaves();
  setTimeout(() => arrive(), 200);
  expect(await asks).toBe(false);
});

describe("the next paste, while the one before is still on its way", () => {
  const second = () => screen.getByLabelText<HTMLTextAreaElement>("Bereiche");

  it("keeps its focus and its text where it is made elsewhere", async () => {
    let arrive = () => {};
    write.mockReturnValueOnce(new Promise((resolve) => (arrive = () => resolve([]))));
    const { person } = show(
      <>
        <Paste />
        <Paste label="Bereiche" />
      </>,
    );
    await person.click(box());
    await person.paste("Passau");
    await person.keyboard("{Control>}{Enter}{/Control}");
    await person.click(second());
    arrive();
    await waitFor(() => expect(box().value).toBe(""));
    await new Promise((resolve) => requestAnimationFrame(resolve));
    expect(document.activeElement).toBe(second());
    await person.paste("Antriebe");
    expect(second().value).toBe("Antriebe");
  });

  it("is taken as soon as that is stored, whatever is still fetched again", async () => {
    const queries = newQueries();
    const { person } = show(<Paste />, queries);
    vi.spyOn(queries, "invalidateQueries").mockReturnValue(new Promise(() => {}));
    await person.click(box());
    await person.paste("Passau");
    await person.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(box().value).toBe(""));
    await person.paste("Trier");
    expect(box().value).toBe("Trier");
  });
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

it("is sent by the keyboard from a cell that was corrected, too", async () => {
  const person = await pasted("Name\tOrt\n\tSoest");
  await person.type(screen.getByRole("textbox", { name: "Zeile 2, Name" }), "Soest");
  await person.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(write).toHaveBeenCalledOnce());
  expect(write.mock.calls[0]?.[0]).toEqual([{ row: 0, item: "Soest" }]);
});

it("is sent by the keyboard", async () => {
  const person = await pasted("Passau");
  await person.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(write).toHaveBeenCalledOnce());
});

const add = vi.fn(async () => []);
function People() {
  const [draft, setDraft] = useState(nothingPasted);
  return (
    <PasteMany
      label="Personen"
      description="Je Zeile eine"
      example="Ute"
      draft={draft}
      onDraft={setDraft}
      columns={memberColumns}
      arrange={arrangeMember}
      judge={judgeMembers({ users: [], team: [], administers: true })}
      write={add}
    />
  );
}

it("shows people under the headings that they were understood as, and lets them get what they lack", async () => {
  const { person } = show(<People />);
  await person.click(screen.getByLabelText("Personen"));
  await person.paste("Ganz Neu\nute@brandt.example; Executive Sponsor");
  const table = screen.getByRole("region", { name: "Vorschau der Zeilen" });
  const heads = within(table).getAllByRole("columnheader").slice(1);
  const row = within(table).getByText("ute@brandt.example").closest("tr") as HTMLElement;
  const cells = within(row).getAllByRole("cell").slice(1);
  expect(heads.map((head, at) => [head.textContent, cells[at]?.textContent?.trim()])).toEqual([
    ["Person", ""],
    ["E-Mail", "ute@brandt.example"],
    ["Rolle", "Executive Sponsor"],
  ]);
  await person.click(screen.getByRole("textbox", { name: "Zeile 1, E-Mail" }));
  await person.paste("neu@brandt.example");
  await person.keyboard("{Control>}{Enter}{/Control}");
  await waitFor(() => expect(add).toHaveBeenCalledOnce());
  expect(add.mock.calls[0]).toEqual([
    [
      {
        row: 0,
        item: { invited: { name: "Ganz Neu", email: "neu@brandt.example" }, role: "member" },
      },
      {
        row: 1,
        item: { invited: { name: "Ute", email: "ute@brandt.example" }, role: "sponsor" },
      },
    ],
  ]);
});
