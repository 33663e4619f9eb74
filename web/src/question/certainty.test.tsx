// @vitest-environment happy-dom
import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { MayContext } from "../app/may";
import EntityForm from "../entity/entity-form";
import type { Field } from "../entity/fields";
import { assumptionView, questionsPage, questionView, today } from "../testing/questions";
import { answered, refused, serve } from "../testing/server";
import { show, speak } from "../testing/stage";
import { AssumedMark } from "./assumed-mark";

const fields: Field[] = [{ name: "name", kind: "text", required: true }];
const lehrte = { id: "s", account: "a", version: 3, name: "Lehrte" };

const onClose = vi.fn();
const form = () => (
  <EntityForm
    title="Lehrte"
    collection="/sites"
    fields={fields}
    entity={lehrte}
    onClose={onClose}
  />
);

/** The server with what is asked and assumed; returns what was written to it. */
function serveWith(page = questionsPage(), taken = false) {
  const asked = serve(({ method, path }) => {
    if (path === "/session") return answered({ today, dayEnds: "2099-01-01T00:00:00Z" });
    if (path === "/accounts/a/questions") return answered(page);
    if (taken && method === "POST") return refused(409, "taken");
    return answered({ ...lehrte, version: 4 });
  });
  return () =>
    asked
      .filter(({ method }) => method !== "GET")
      .map(({ method, path, body }) => ({ method, path, body }));
}

const press = (name: string) => screen.findByRole("button", { name });

beforeEach(async () => {
  onClose.mockReset();
  await speak("de");
});

it("marks the entry of the form as assumed, with what that rests on, and leaves the form open", async () => {
  const written = serveWith();
  const { person } = show(form());
  await person.click(await press("Als angenommen markieren"));
  const note = screen.getByLabelText("Worauf beruht die Annahme?");
  await waitFor(() => expect(document.activeElement).toBe(note));
  await person.type(note, "Schätzung des Vertriebs");
  await person.click(await press("Als angenommen markieren"));
  await waitFor(() =>
    expect(written()).toMatchObject([
      {
        method: "POST",
        path: "/accounts/a/assumptions",
        body: { aboutKind: "site", about: "s", note: "Schätzung des Vertriebs" },
      },
    ]),
  );
  expect(onClose).not.toHaveBeenCalled();
  await waitFor(() => expect(screen.queryByLabelText("Worauf beruht die Annahme?")).toBeNull());
});

it("says what is assumed and asked, and confirms it", async () => {
  const written = serveWith(
    questionsPage({
      open: [
        questionView({ text: "Wie viel ist es?", aboutKind: "site", about: "s" }),
        questionView({ id: "o", text: "Wer kommt neu?", aboutKind: "site", about: "other" }),
      ],
      assumptions: [assumptionView()],
    }),
  );
  const { person } = show(form());
  const about = await screen.findByRole("region", { name: "Angenommen oder bestätigt" });
  expect(about.textContent).toContain("angenommen seit 01.11.2026 · geschätzt");
  expect(about.textContent).toContain("Wie viel ist es?");
  expect(about.textContent).not.toContain("Wer kommt neu?");
  expect(within(about).queryByRole("button", { name: "Als angenommen markieren" })).toBeNull();
  await person.click(within(about).getByRole("button", { name: "Bestätigen" }));
  await waitFor(() =>
    expect(written()).toEqual([
      { method: "PATCH", path: "/assumptions/x", body: { confirmedOn: today } },
    ]),
  );
});

it("a mark set by mistake is taken off where it was set", async () => {
  const written = serveWith(questionsPage({ assumptions: [assumptionView()] }));
  const { person } = show(form());
  await person.click(await press("Markierung entfernen"));
  await screen.findByText("„Lehrte“ ist nicht mehr als angenommen markiert.");
  expect(written()).toMatchObject([{ method: "DELETE", path: "/assumptions/x" }]);
});

it("a confirmed assumption is none any more", async () => {
  serveWith(questionsPage({ assumptions: [assumptionView({ confirmedOn: "2026-11-20" })] }));
  show(form());
  await press("Als angenommen markieren");
  expect(screen.queryByText("angenommen")).toBeNull();
});

it("a question that is typed is asked for before the form closes", async () => {
  const written = serveWith();
  const { person } = show(form());
  await person.click(await press("Frage dazu stellen"));
  await person.type(screen.getByLabelText("Frage dazu stellen"), "Wer leitet das Werk?");
  await person.keyboard("{Escape}");
  await screen.findByText("Ihre Eingaben sind noch nicht gespeichert.");
  expect(onClose).not.toHaveBeenCalled();
  expect(written()).toEqual([]);
});

it("whoever saves the form stores the question that is typed beside it, too", async () => {
  const written = serveWith();
  const { person } = show(form());
  await person.click(await press("Frage dazu stellen"));
  await person.type(screen.getByLabelText("Frage dazu stellen"), "Wer leitet{Enter}das Werk?");
  await person.click(await press("Speichern"));
  await waitFor(() => expect(onClose).toHaveBeenCalledTimes(1));
  expect(written().map(({ method, path }) => `${method} ${path}`)).toEqual([
    "POST /accounts/a/open-questions",
    "PATCH /sites/s",
  ]);
  expect(written()[0]?.body).toMatchObject({
    text: "Wer leitet das Werk?",
    aboutKind: "site",
    about: "s",
  });
});

it("what was refused is said at its place and still there", async () => {
  serveWith(questionsPage(), true);
  const { person } = show(form());
  await person.click(await press("Als angenommen markieren"));
  await person.type(screen.getByLabelText("Worauf beruht die Annahme?"), "geschätzt");
  await person.click(await press("Als angenommen markieren"));
  expect((await screen.findByRole("alert")).textContent).toBe("Das ist schon vergeben.");
  expect(screen.getByLabelText<HTMLTextAreaElement>("Worauf beruht die Annahme?").value).toBe(
    "geschätzt",
  );
});

it("who reads along sees that it is assumed, and no button", async () => {
  serveWith(questionsPage({ assumptions: [assumptionView()] }));
  show(<MayContext value={{ contribute: false, manage: false }}>{form()}</MayContext>);
  const about = await screen.findByRole("region", { name: "Angenommen oder bestätigt" });
  expect(about.textContent).toContain("geschätzt");
  expect(within(about).queryAllByRole("button")).toEqual([]);
});

it("a list marks what is assumed, and only that", async () => {
  serve(() => answered({ revision: 1, entries: ["s"] }));
  show(
    <>
      <p>
        Lehrte <AssumedMark account="a" id="s" />
      </p>
      <p>
        Oelde <AssumedMark account="a" id="o" />
      </p>
    </>,
  );
  const mark = await screen.findByText("angenommen");
  expect(mark.title).toBe("Angenommen und noch nicht bestätigt");
  expect(mark.parentElement?.textContent).toBe("Lehrte angenommen");
  expect(screen.getByText("Oelde").textContent?.trim()).toBe("Oelde");
});

it("a list stands where nobody can say what is assumed", async () => {
  const asked = serve(() => refused(503, "unavailable"));
  show(
    <p>
      Lehrte <AssumedMark account="a" id="s" />
    </p>,
  );
  await waitFor(() => expect(asked).toHaveLength(1));
  expect(screen.getByText("Lehrte")).toBeTruthy();
});
