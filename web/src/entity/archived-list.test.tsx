// @vitest-environment happy-dom
import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { answered, serve } from "../testing/server";
import { show, speak } from "../testing/stage";
import { ArchivedList } from "./archived-list";
import EntityForm from "./entity-form";

const erika = { id: "e", version: 2, name: "Erika Muster", email: "erika@example.org" };
const gone = { id: "g", version: 4, name: "N. N.", email: "g@erased.invalid" };
const archivedAt = "2026-11-20T10:00:00Z";

beforeEach(async () => {
  await speak("de");
  serve(({ method, path }) => {
    if (path.startsWith("/session")) return answered({ user: { id: "a", role: "administrator" } });
    if (method === "DELETE") return answered({ ...erika, version: 3, archivedAt });
    if (method === "POST") return answered();
    return answered([erika, gone].map((user) => ({ ...user, archivedAt })));
  });
});

it("offers an archived user for restoring, and one who was erased not any more", async () => {
  const { person } = show(<ArchivedList collections={["/users"]} />);
  await person.click(screen.getByRole("button", { name: "Archiv anzeigen" }));
  const entry = async (text: RegExp) =>
    within((await screen.findByText(text)).closest("li") as HTMLElement);
  expect((await entry(/Erika/)).queryByRole("button", { name: "Wiederherstellen" })).not.toBeNull();
  expect((await entry(/N\. N\./)).queryByRole("button")).toBeNull();
});

it("says no name of somebody who was erased, nor offers to take it back", async () => {
  const { person, again } = show(
    <EntityForm
      title="Benutzer"
      collection="/users"
      fields={[]}
      entity={erika}
      onClose={() => {}}
    />,
  );
  await person.click(screen.getByRole("button", { name: "Archivieren" }));
  await screen.findByText(/Erika Muster.*ist archiviert/);
  again(<ArchivedList collections={["/users"]} />);
  await person.click(screen.getByRole("button", { name: "Archiv anzeigen" }));
  await person.click(await screen.findByRole("button", { name: "Personendaten löschen" }));
  await person.click(await screen.findByRole("button", { name: "Endgültig löschen" }));
  await waitFor(() => expect(screen.queryByText(/ist archiviert/)).toBeNull());
  expect(screen.queryByRole("button", { name: "Rückgängig" })).toBeNull();
});
