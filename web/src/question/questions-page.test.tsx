// @vitest-environment happy-dom
import { screen, waitFor, within } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { assumptionView, questionsPage, questionView, today } from "../testing/questions";
import { answered, serve } from "../testing/server";
import { show, speak } from "../testing/stage";
import { Questions } from "./questions-page";

vi.mock("@tanstack/react-router", async (original) => ({
  ...(await original<object>()),
  Link: ({ to, children }: { to: string; children: ReactNode }) => <a href={to}>{children}</a>,
}));

const doubt = /^Ein Plan ohne Fragezeichen ist verdächtig/;

/** The server, to whom somebody speaks who contributes unless they only read. */
function serveAccount(contribute = true) {
  const asked = serve(({ method, path }) => {
    if (path === "/session") return answered({ today, dayEnds: "2099-01-01T00:00:00Z" });
    if (path.endsWith("/permissions")) return answered({ contribute, manage: false });
    return answered(method === "GET" ? [] : { id: "x", version: 2 });
  });
  return () => asked.filter(({ method }) => method !== "GET");
}

beforeEach(() => speak("de"));

it("doubts a plan without a question, and one with a question not", async () => {
  serveAccount();
  const once = [questionView({ id: "b", answeredOn: "2026-11-12" })];
  const { again } = show(<Questions page={questionsPage({ doubt: true, answered: once })} />);
  expect(await screen.findByText(doubt)).toBeTruthy();
  again(<Questions page={questionsPage({ open: [questionView({})], answered: once })} />);
  expect(screen.queryByText(doubt)).toBeNull();
});

it("begins with the doubt where nothing was ever asked or assumed", async () => {
  serveAccount();
  show(<Questions page={questionsPage()} />);
  expect(await screen.findByText(doubt)).toBeTruthy();
});

it("keeps answered questions and confirmed assumptions folded below the open ones", async () => {
  serveAccount();
  show(
    <Questions
      page={questionsPage({
        answered: [questionView({ answer: "Ja", answeredOn: "2026-11-12" })],
        assumptions: [
          assumptionView(),
          assumptionView({ id: "y", confirmedOn: "2026-11-20", confirmedBy: "k" }),
        ],
      })}
    />,
  );
  const folded = (await screen.findAllByRole("group")).map((each) => each as HTMLDetailsElement);
  expect(folded.map((each) => each.open)).toEqual([false, false]);
  expect(folded.map((each) => each.querySelector("summary")?.textContent)).toEqual([
    "Beantwortet (1)",
    "Bestätigt (1)",
  ]);
  expect(folded[1]?.textContent).toContain("bestätigt am 20.11.2026 von Katrin Vogt");
});

describe("an assumption", () => {
  const assumed = () => screen.getByRole("region", { name: "Was wir annehmen" });

  it("is confirmed today by one press", async () => {
    const written = serveAccount();
    const { person } = show(
      <Questions page={questionsPage({ assumptions: [assumptionView()] })} />,
    );
    const confirm = await screen.findByRole("button", { name: "Bestätigen: Lehrte" });
    expect(assumed().textContent).toContain("Standort: Lehrte");
    expect(assumed().textContent).toContain("geschätzt");
    await person.click(confirm);
    await waitFor(() => expect(written()).toHaveLength(1));
    expect(written()[0]).toMatchObject({
      method: "PATCH",
      path: "/assumptions/x",
      body: { confirmedOn: today },
      version: 1,
    });
  });

  it("confirmed by mistake is not confirmed again, at once or later", async () => {
    const written = serveAccount();
    const { person, again } = show(
      <Questions page={questionsPage({ assumptions: [assumptionView()] })} />,
    );
    await person.click(await screen.findByRole("button", { name: "Bestätigen: Lehrte" }));
    await screen.findByText("„Lehrte“ ist bestätigt.");
    await person.click(screen.getByRole("button", { name: "Rückgängig" }));
    await waitFor(() => expect(written()).toHaveLength(2));
    expect(written()[1]).toMatchObject({ body: { confirmedOn: null }, version: 2 });
    const confirmed = assumptionView({ confirmedOn: "2026-11-20", version: 5 });
    again(<Questions page={questionsPage({ assumptions: [confirmed] })} />);
    // It is folded away.
    await person.click(
      screen.getByRole("button", { name: "Doch nicht bestätigt: Lehrte", hidden: true }),
    );
    await waitFor(() => expect(written()).toHaveLength(3));
    expect(written()[2]).toMatchObject({ body: { confirmedOn: null }, version: 5 });
  });

  it("taken off by mistake is put back at once, and named in the archive", async () => {
    const archived = { ...assumptionView().assumption, archivedAt: "2026-11-26T10:00:00Z" };
    const asked = serve(({ method, path }) => {
      if (path === "/session") return answered({ today, dayEnds: "2099-01-01T00:00:00Z" });
      if (path.endsWith("/permissions")) return answered({ contribute: true, manage: false });
      if (path === "/accounts/a/assumptions?archived=true") return answered([archived]);
      return answered(method === "GET" ? [] : { id: "x", version: 2 });
    });
    const { person } = show(
      <Questions
        page={questionsPage({
          assumptions: [assumptionView()],
          takenOff: [{ ...assumptionView(), assumption: archived }],
        })}
      />,
    );
    await person.click(await screen.findByRole("button", { name: "Markierung entfernen: Lehrte" }));
    await screen.findByText("„Lehrte“ ist nicht mehr als angenommen markiert.");
    await person.click(screen.getByRole("button", { name: "Rückgängig" }));
    await waitFor(() =>
      expect(asked.filter(({ method }) => method === "POST")).toMatchObject([
        { path: "/assumptions/x/restore", version: 2 },
      ]),
    );
    await person.click(screen.getByRole("button", { name: "Archiv anzeigen" }));
    await screen.findByText(/^Standort: Lehrte · geschätzt/);
  });

  it("is taken off into the archive", async () => {
    const written = serveAccount();
    const { person } = show(
      <Questions page={questionsPage({ assumptions: [assumptionView()] })} />,
    );
    await person.click(await screen.findByRole("button", { name: "Markierung entfernen: Lehrte" }));
    await waitFor(() =>
      expect(written()[0]).toMatchObject({ method: "DELETE", path: "/assumptions/x" }),
    );
  });

  it("leads to a question about the same entry", async () => {
    const written = serveAccount();
    const { person } = show(
      <Questions page={questionsPage({ assumptions: [assumptionView()] })} />,
    );
    await person.click(await screen.findByRole("button", { name: "Frage dazu stellen: Lehrte" }));
    const form = await screen.findByRole("dialog", { name: "Frage stellen" });
    expect(form.textContent).toContain("Betrifft Standort: Lehrte");
    await person.type(within(form).getByRole("textbox", { name: /^Frage/ }), "Wie viel ist es?");
    await person.click(within(form).getByRole("button", { name: "Speichern" }));
    await waitFor(() =>
      expect(written()[0]?.body).toMatchObject({
        text: "Wie viel ist es?",
        aboutKind: "site",
        about: "s",
      }),
    );
  });

  it("that is asked about already says so instead", async () => {
    serveAccount();
    show(<Questions page={questionsPage({ assumptions: [assumptionView({}, "q")] })} />);
    await screen.findByRole("button", { name: "Bestätigen: Lehrte" });
    expect(assumed().textContent).toContain("eine Frage dazu ist offen");
    expect(screen.queryByRole("button", { name: "Frage dazu stellen: Lehrte" })).toBeNull();
  });
});

it("offers nothing to who reads along", async () => {
  serveAccount(false);
  show(
    <Questions
      page={questionsPage({ open: [questionView({})], assumptions: [assumptionView()] })}
    />,
  );
  await screen.findByText(/^Sie lesen hier mit/);
  expect(screen.getByText("Wer entscheidet?")).toBeTruthy();
  expect(screen.queryAllByRole("button").map(({ textContent }) => textContent)).toEqual([
    "Archiv anzeigen",
  ]);
});

it("tells how to mark an entry only those who may", async () => {
  serveAccount(false);
  const { unmount } = show(<Questions page={questionsPage()} />);
  await screen.findByText(/^Sie lesen hier mit/);
  expect(screen.getByText(/^Nichts ist als angenommen markiert/).textContent).not.toContain(
    "Öffnen Sie ihn",
  );
  unmount();
  serveAccount();
  show(<Questions page={questionsPage()} />);
  expect(await screen.findByText(/Öffnen Sie ihn/)).toBeTruthy();
});
