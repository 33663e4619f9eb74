// @vitest-environment happy-dom
import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import type { Schemas } from "../api/client";
import { type Asked, answered, noNetwork, serve } from "../testing/server";
import { show, speak } from "../testing/stage";
import { openPalette, typeAhead } from "./open";
import Palette from "./palette";

const navigate = vi.fn();
const at = { pathname: "/accounts/t/supply" };
vi.mock("@tanstack/react-router", async (original) => ({
  ...(await original<object>()),
  useNavigate: () => navigate,
  useLocation: () => at,
}));

vi.mock("../check_in/lazy-check-in", () => ({
  CheckInForm: ({ view }: { view: string }) => <div role="dialog">{view}</div>,
}));

const accounts = [
  { id: "t", name: "Teutonia Hausgeräte SE", code: "TEU" },
  { id: "k", name: "Kessler Automotive", code: "KES" },
];

const hit = (found: Partial<Schemas["Found"]>): Schemas["Found"] => ({
  kind: "signal",
  id: "s",
  account: "t",
  accountName: "Teutonia Hausgeräte SE",
  accountCode: "TEU",
  title: "Nordmotor bietet in Oelde an",
  detail: "",
  cycle: null,
  objective: null,
  at: null,
  held: null,
  signals: 0,
  checksIn: false,
  ...found,
});

const cockpit = {
  account: accounts[0],
  cycle: "c",
  cycles: [{ cycle: { id: "c", state: "active", name: "2026 H2" } }],
  objectives: [
    {
      objective: { id: "o", owner: "me" },
      keyResults: [
        { keyResult: { id: "mine", title: "Erste 10 Bestellungen", owner: null } },
        { keyResult: { id: "other", title: "Drei Skizzen", owner: "jonas" } },
      ],
    },
  ],
  team: [],
};

let find: (asked: Asked) => Response | Promise<Response>;
let found: Schemas["Found"][];
let writes = true;

function answer(asked: Asked) {
  const { path } = asked;
  if (path.startsWith("/search")) return find(asked);
  if (path === "/session")
    return answered({
      user: { id: "me", name: "Katrin Vogt", role: "member", language: "de" },
      csrf: "x",
      timeZone: "Europe/Berlin",
      today: "2026-11-24",
      dayEnds: new Date(Date.now() + 3_600_000).toISOString(),
    });
  if (path.startsWith("/accounts/t/cockpit")) return answered(cockpit);
  if (path.startsWith("/accounts?") && !writes) return answered([]);
  if (path.startsWith("/accounts")) return answered(accounts);
  return answered({ view: "10 Bestellungen, Stand 3", account: accounts[0] });
}

async function open() {
  serve(answer);
  const { person } = show(<Palette />);
  openPalette();
  const field = await screen.findByRole("combobox", { name: "Suchen, tun und springen" });
  await screen.findByText("in Teutonia Hausgeräte SE");
  return { person, field };
}

const options = () => screen.getAllByRole("option").map((row) => row.textContent);
const chosen = () => screen.getByRole("option", { selected: true });

beforeEach(async () => {
  await speak("de");
  navigate.mockClear();
  at.pathname = "/accounts/t/supply";
  found = [hit({})];
  writes = true;
  find = () =>
    answered({
      groups: found.length > 0 ? [{ kind: found[0]?.kind, found }] : [],
      more: false,
    });
});

it("finds what the server finds, by kind and with its words marked, and goes there", async () => {
  const { person, field } = await open();
  await person.type(field, "oelde");
  const group = await screen.findByRole("group", { name: "Signale" });
  const row = within(group).getByRole("option", { name: /Nordmotor bietet in Oelde an/ });
  expect(row.querySelector("mark")?.textContent).toBe("Oelde");
  await waitFor(() => expect(chosen()).toBe(row));
  await person.keyboard("{Enter}");
  expect(navigate).toHaveBeenCalledWith({
    to: "/accounts/$account/signals",
    params: { account: "t" },
    hash: "s",
  });
  await waitFor(() => expect(screen.queryByRole("combobox")).toBeNull());
});

it("changes the account by its code and keeps the page", async () => {
  const { person, field } = await open();
  await person.type(field, "kes");
  await waitFor(() => expect(chosen().textContent).toBe("Kessler Automotive KES · Lieferanteil"));
  await person.keyboard("{Enter}");
  expect(navigate).toHaveBeenCalledWith({
    to: "/accounts/$account/supply",
    params: { account: "k" },
  });
});

it.each(["lieferanteil", "share of supply"])(
  "goes to a place by either language's name: %s",
  async (name) => {
    found = [];
    const { person, field } = await open();
    await person.type(field, name);
    await waitFor(() => expect(chosen().textContent).toMatch(/^Lieferanteil/));
    await person.keyboard("{Enter}");
    expect(navigate).toHaveBeenCalledWith({
      to: "/accounts/$account/supply",
      params: { account: "t" },
    });
  },
);

it("offers check-ins of one's own key results, a meeting and a signal with what was typed", async () => {
  const { person, field } = await open();
  await screen.findByRole("option", { name: /^Check-in: / });
  const doings = screen.getByRole("group", { name: "Tun" });
  expect(
    within(doings)
      .getAllByRole("option")
      .map((row) => row.textContent),
  ).toEqual([
    "Signal erfassen S",
    "Check-in: Erste 10 Bestellungen ",
    "Meeting planen Teutonia Hausgeräte SE",
  ]);
  await person.type(field, "neuer einkauf");
  await person.click(screen.getByRole("option", { name: /Signal erfassen: „neuer einkauf“/ }));
  expect(navigate).toHaveBeenCalledWith({
    to: "/capture",
    search: { account: "t", title: "neuer einkauf" },
  });
});

it("begins a check-in with where the key result stands", async () => {
  const { person } = await open();
  await person.click(await screen.findByRole("option", { name: /^Check-in: / }));
  expect(await screen.findByText("10 Bestellungen, Stand 3")).toBeTruthy();
});

it("keeps what it found last while one types on", async () => {
  const { person, field } = await open();
  await person.type(field, "oelde");
  await screen.findByRole("option", { name: /Nordmotor/ });
  let arrives = (_: Response) => {};
  find = () =>
    new Promise((resolve) => {
      arrives = resolve;
    });
  await person.type(field, " an");
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(screen.getByRole("option", { name: /Nordmotor/ })).toBeTruthy();
  arrives(answered({ groups: [], more: false }));
  await waitFor(() => expect(screen.queryByRole("option", { name: /Nordmotor/ })).toBeNull());
});

it("finds the accounts that it knows without a network, and says so", async () => {
  const { person, field } = await open();
  find = noNetwork;
  await person.type(field, "kessler");
  expect((await screen.findByRole("alert")).textContent).toMatch(/^Keine Verbindung/);
  expect(screen.getByRole("option", { name: /Kessler Automotive/ })).toBeTruthy();
});

it("looks for what was typed while it was on its way", async () => {
  serve(answer);
  openPalette();
  for (const letter of "oelde") expect(typeAhead(letter)).toBe(true);
  show(<Palette />);
  const field = await screen.findByRole<HTMLInputElement>("combobox", { name: /^Suchen/ });
  expect(field.value).toBe("oelde");
  expect(await screen.findByRole("option", { name: /Nordmotor/ })).toBeTruthy();
  field.focus();
  expect(typeAhead("x")).toBe(false);
});

it("does not say that nothing was found where a page is called so", async () => {
  found = [];
  const { person, field } = await open();
  await person.type(field, "supply");
  expect(await screen.findByRole("option", { name: /Lieferanteil/ })).toBeTruthy();
  await waitFor(() => expect(screen.getByRole("status").textContent).not.toBe("Sucht"));
  expect(screen.queryByText(/Nichts gefunden/)).toBeNull();
});

it("says that nothing was found and what can be", async () => {
  found = [];
  const { person, field } = await open();
  await person.type(field, "qqq");
  expect(await screen.findByText(/Nichts gefunden zu „qqq“/)).toBeTruthy();
});

it("says so to whoever may do nothing either: no row is left", async () => {
  found = [];
  writes = false;
  const { person, field } = await open();
  await person.type(field, "qqq");
  expect(await screen.findByText(/Nichts gefunden zu „qqq“/)).toBeTruthy();
  expect(screen.queryAllByRole("option")).toEqual([]);
});

it("shows what carries a tag", async () => {
  found = [hit({ kind: "tag", id: null, title: "Normteile", signals: 3 })];
  const { person, field } = await open();
  await person.type(field, "normt");
  const tags = await screen.findByRole("group", { name: "Tags" });
  const row = within(tags).getByRole("option");
  expect(row.textContent).toBe("Normteile an 3 Signalen");
  await person.click(row);
  expect((field as HTMLInputElement).value).toBe("#Normteile");
  expect(navigate).not.toHaveBeenCalled();
});

it("is walked through by the arrow keys and left by Escape", async () => {
  const { person, field } = await open();
  await screen.findByRole("option", { name: /^Check-in: / });
  const [first, second] = screen.getAllByRole("option");
  await waitFor(() => expect(field.getAttribute("aria-activedescendant")).toBe(first?.id));
  await person.keyboard("{ArrowDown}");
  await waitFor(() => expect(field.getAttribute("aria-activedescendant")).toBe(second?.id));
  await person.keyboard("{ArrowUp}");
  await waitFor(() => expect(field.getAttribute("aria-activedescendant")).toBe(first?.id));
  await person.keyboard("{ArrowUp}");
  await waitFor(() => expect(chosen().textContent).toBe(options().at(-1)));
  await person.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("combobox")).toBeNull());
});

it("knows the account of a page of one entry once that is read", async () => {
  at.pathname = "/key-results/mine";
  serve(answer);
  const { newQueries } = await import("../testing/stage");
  const queries = newQueries();
  queries.setQueryData(["key-result", "mine"], { account: accounts[0] });
  show(<Palette />, queries);
  openPalette();
  expect(await screen.findByText("in Teutonia Hausgeräte SE")).toBeTruthy();
});
