// @vitest-environment happy-dom
import { screen, within } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import type { Schemas } from "../api/client";
import { show, speak } from "../testing/stage";
import { UserTable } from "./user-table";

beforeEach(() => speak("de"));

const user = (name: string): Schemas["User"] => ({
  id: name,
  account: "own",
  version: 1,
  position: 0,
  createdAt: "2026-01-01T00:00:00.000Z",
  archivedAt: null,
  name,
  email: `${name.toLowerCase()}@brandt.example`,
  role: "member",
  language: "de",
  function: "",
  timeZone: "",
});

const access = (of: Partial<Schemas["UserState"]>): Schemas["UserState"] => ({
  user: "",
  state: "active",
  invitedAt: null,
  linkEndsAt: null,
  hereOn: null,
  ...of,
});

const lines = [
  { user: user("Anna"), access: access({ hereOn: "2026-11-23" }) },
  { user: user("Bela"), access: access({ hereOn: "2026-10-01" }) },
  {
    user: user("Cora"),
    access: access({
      state: "invited",
      invitedAt: "2026-11-20T09:00:00.000Z",
      linkEndsAt: "2026-11-27T09:00:00.000Z",
    }),
  },
  {
    user: user("Dora"),
    access: access({ state: "invited", invitedAt: "2026-11-24T09:00:00.000Z" }),
  },
  {
    user: user("Emil"),
    access: access({ state: "link_over", invitedAt: "2026-11-01T09:00:00.000Z" }),
  },
  { user: user("Fritz"), access: access({ state: "not_invited" }) },
];

function table(mails: boolean) {
  const does = { onEdit: vi.fn(), onMail: vi.fn(), onLink: vi.fn(), onDeactivate: vi.fn() };
  const { person } = show(
    <UserTable lines={lines} today="2026-11-24" me="Anna" mails={mails} {...does} />,
  );
  const row = (name: string) => screen.getByRole("row", { name: new RegExp(name) }).textContent;
  const open = async (name: string) => {
    await person.click(screen.getByRole("button", { name: `Mehr zu ${name}` }));
    const menu = await screen.findByRole("menu");
    return within(menu)
      .getAllByRole("menuitem")
      .map(({ textContent }) => textContent);
  };
  return { person, does, row, open };
}

it("says who has come in and on which day they were here last", () => {
  const { row } = table(true);
  expect(row("Anna")).toContain("gestern");
  expect(row("Bela")).toContain("01.10.2026");
  expect(row("Cora")).toContain("eingeladen am 20.11.2026, Link gilt bis 27.11.2026");
  expect(row("Dora")).toContain("Mail ist unterwegs");
  expect(row("Emil")).toContain("Link abgelaufen");
  expect(row("Fritz")).toContain("nicht eingeladen");
});

it("offers what fits whoever it is: nobody deactivates themselves", async () => {
  const { open } = table(true);
  expect(await open("Anna")).toEqual([
    "Bearbeiten",
    "Link für ein neues Passwort mailen",
    "Link für ein neues Passwort",
  ]);
});

it("invites again where a link ran out", async () => {
  const { person, does, open } = table(true);
  expect(await open("Emil")).toEqual([
    "Bearbeiten",
    "Erneut einladen per Mail",
    "Neuer Einladungslink",
    "Deaktivieren",
  ]);
  await person.click(screen.getByRole("menuitem", { name: "Erneut einladen per Mail" }));
  expect(does.onMail).toHaveBeenCalledWith(lines[4]?.user, false);
});

it("offers no mail where none goes", async () => {
  expect(await table(false).open("Fritz")).toEqual([
    "Bearbeiten",
    "Einladungslink",
    "Deaktivieren",
  ]);
});
