// @vitest-environment happy-dom
import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { MayContext } from "../app/may";
import { type Asked, answered, refused, serve } from "../testing/server";
import { newQueries, show, speak } from "../testing/stage";
import ShareDialog from "./share-dialog";

beforeEach(() => speak("de"));

const link = {
  id: "l",
  version: 1,
  audience: "customer",
  recipient: "Dr. Rehberg",
  language: "de",
  frozen: true,
  hasPassword: true,
  createdAt: "2026-11-20T09:00:00.000Z",
  expiresOn: "2026-12-24",
};
const view = {
  link,
  creator: "Katrin Vogt",
  state: "open",
  opened: 2,
  openedAt: "2026-11-23T09:00:00.000Z",
  mayWithdraw: true,
};

function opened(answer: (asked: Asked) => Response, contribute = true) {
  const asked = serve(answer);
  const queries = newQueries();
  queries.setQueryData(["session"], {
    today: "2026-11-24",
    dayEnds: new Date(Date.now() + 3_600_000).toISOString(),
  });
  const onClose = vi.fn();
  const { person } = show(
    <MayContext value={{ contribute, manage: false, administer: false } as never}>
      <ShareDialog account={{ id: "a", name: "Teutonia" }} cycle={undefined} onClose={onClose} />
    </MayContext>,
    queries,
  );
  return { person, asked, onClose, writes: () => asked.filter(({ method }) => method !== "GET") };
}

it("says of each audience what it sees, makes a link, and shows it once", async () => {
  const { person, writes } = opened(({ method, path }) =>
    answered(
      path.includes("/one-pager")
        ? { objectives: [{ title: "Konditionen halten", customerGoal: "" }] }
        : method === "GET"
          ? []
          : { link, path: "/shared/geheim" },
    ),
  );
  await screen.findByText("Noch kein Link führt zu diesem Kunden.");
  const customer = screen.getByRole("radio", { name: "Kunde" });
  expect(screen.getByText(/^Nur, was vereinbart ist/)).toBeTruthy();
  await person.click(customer);
  expect(await screen.findByText("Konditionen halten")).toBeTruthy();
  await person.click(screen.getByRole("radio", { name: "Den Stand von jetzt" }));
  await person.type(screen.getByRole("textbox", { name: /^Für wen/ }), "Dr. Rehberg");
  await person.click(screen.getByRole("button", { name: "Link anlegen" }));
  const made = await screen.findByRole<HTMLInputElement>("textbox", { name: "Link" });
  expect(made.value).toBe(`${location.origin}/shared/geheim`);
  await waitFor(() => expect(document.activeElement).toBe(made));
  expect(writes()[0]).toMatchObject({
    method: "POST",
    path: "/accounts/a/share-links",
    body: {
      audience: "customer",
      frozen: true,
      recipient: "Dr. Rehberg",
      language: "de",
      cycle: null,
      expiresOn: "2026-12-24",
      password: null,
    },
  });
  const mail = screen.getByRole<HTMLAnchorElement>("link", { name: "Per E-Mail senden" });
  expect(decodeURIComponent(mail.href)).toContain(`gilt bis 24.12.2026:\n${made.value}`);
  await person.click(screen.getByRole("button", { name: "Weiteren Link anlegen" }));
  expect(screen.queryByRole("textbox", { name: "Link" })).toBeNull();
});

it("says at its field what is wrong", async () => {
  const { person } = opened(({ method }) =>
    method === "GET"
      ? answered([])
      : refused(422, "invalid", {
          errors: [{ pointer: "/password", code: "too_short", detail: "short" }],
        }),
  );
  const password = await screen.findByLabelText(/^Passwort \(optional\)/);
  await person.type(password, "kurz");
  await person.click(screen.getByRole("button", { name: "Link anlegen" }));
  expect(await screen.findByText("Das ist zu kurz.")).toBeTruthy();
});

it("tells who made a link, until when, how often it was opened, and withdraws it when asked twice", async () => {
  const { person, writes } = opened(({ method }) => answered(method === "GET" ? [view] : link));
  const row = (await screen.findByText("Dr. Rehberg")).closest("li") as HTMLElement;
  for (const told of [/von Katrin Vogt/, /Stand 20\.11\.2026/, /mit Passwort/, /bis 24\.12\.2026/])
    expect(within(row).getByText(told)).toBeTruthy();
  expect(within(row).getByText(/2-mal geöffnet, zuletzt am 23\.11\.2026/)).toBeTruthy();
  await person.click(screen.getByRole("button", { name: "Link für Dr. Rehberg zurückziehen" }));
  expect(writes()).toEqual([]);
  const question = screen.getByRole("dialog", { name: "Link zurückziehen?" });
  await person.click(within(question).getByRole("button", { name: "Zurückziehen" }));
  await waitFor(() =>
    expect(writes()[0]).toMatchObject({ method: "DELETE", path: "/share-links/l", version: 1 }),
  );
});

it("offers whoever only looks neither to make nor to withdraw one, and shows no withdrawn ones", async () => {
  opened(
    () =>
      answered([
        { ...view, mayWithdraw: false },
        { ...view, link: { ...link, id: "w", recipient: "weg" }, state: "withdrawn" },
      ]),
    false,
  );
  await screen.findByText("Dr. Rehberg");
  expect(screen.queryByText("weg")).toBeNull();
  expect(screen.queryByRole("button", { name: /zurückziehen|anlegen/i })).toBeNull();
});
