// @vitest-environment happy-dom
import { screen, waitFor, within } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { MayContext } from "../app/may";
import { questionView, today } from "../testing/questions";
import { answered, serve } from "../testing/server";
import { show, speak } from "../testing/stage";
import { AnsweredList, QuestionList } from "./question-list";

vi.mock("@tanstack/react-router", async (original) => ({
  ...(await original<object>()),
  Link: ({ to, children }: { to: string; children: ReactNode }) => <a href={to}>{children}</a>,
}));

const asking = {
  account: "a",
  contacts: [{ id: "c", name: "Frau Dr. Feldmann" }],
  people: [{ id: "k", name: "Katrin Vogt" }],
};

/** The server; returns what was written to it. */
function serveQuestions() {
  const asked = serve(({ method, path }) => {
    if (path === "/session") return answered({ today, dayEnds: "2099-01-01T00:00:00Z" });
    if (path === "/accounts/a/signals")
      return answered([{ id: "s", title: "Oelde bestellt zentral" }]);
    return answered(method === "GET" ? [] : { id: "q", version: 2 });
  });
  return () =>
    asked
      .filter(({ method }) => method !== "GET")
      .map(({ method, path, body, version }) => ({ method, path, body, version }));
}

beforeEach(() => speak("de"));

it("says what is asked about, whom, by whom and by when, and in words that it is overdue", () => {
  serveQuestions();
  show(
    <QuestionList
      {...asking}
      questions={[
        questionView(
          { aboutKind: "contact", about: "p", contact: "c", askedBy: "k", askBy: "2026-11-20" },
          { aboutName: "Herr Petersen", overdue: true },
        ),
        questionView({ id: "q2", text: "Was plant das Werk?", askedOn: "2026-11-02" }),
      ]}
    />,
  );
  const [first, second] = screen.getAllByRole("listitem");
  expect(first?.textContent).toContain("überfällig");
  expect(first?.textContent).toContain(
    "Ansprechpartner: Herr Petersen · zu fragen: Frau Dr. Feldmann · fragt: Katrin Vogt · bis 20.11.2026 · noch nie gefragt",
  );
  expect(
    within(first as HTMLElement)
      .getByRole("link", { name: "Herr Petersen" })
      .getAttribute("href"),
  ).toBe("/accounts/$account/customer");
  expect(second?.textContent).not.toContain("überfällig");
  expect(second?.textContent).toContain("zuletzt gefragt am 02.11.2026");
});

it("is answered in words, and nothing else of it is sent", async () => {
  const written = serveQuestions();
  const { person } = show(<QuestionList {...asking} questions={[questionView({})]} />);
  await person.click(screen.getByRole("button", { name: "Beantworten: Wer entscheidet?" }));
  const form = await screen.findByRole("dialog", { name: "Wer entscheidet?" });
  await person.type(within(form).getByLabelText("Antwort"), "Herr Petersen");
  await person.click(within(form).getByRole("button", { name: "Speichern" }));
  await waitFor(() =>
    expect(written()).toEqual([
      { method: "PATCH", path: "/open-questions/q", body: { answer: "Herr Petersen" }, version: 1 },
    ]),
  );
});

it("without an answer the form stays open and says so", async () => {
  const written = serveQuestions();
  const { person } = show(<QuestionList {...asking} questions={[questionView({})]} />);
  await person.click(screen.getByRole("button", { name: "Beantworten: Wer entscheidet?" }));
  const form = await screen.findByRole("dialog", { name: "Wer entscheidet?" });
  await person.type(within(form).getByLabelText("Antwort"), " ");
  await person.click(within(form).getByRole("button", { name: "Speichern" }));
  await within(form).findByText("Bitte eine Antwort eingeben.");
  expect(within(form).getByLabelText("Antwort").getAttribute("aria-invalid")).toBe("true");
  expect(written()).toEqual([]);
});

it("is answered by a signal of the account", async () => {
  const written = serveQuestions();
  const { person } = show(<QuestionList {...asking} questions={[questionView({})]} />);
  await person.click(screen.getByRole("button", { name: "Beantworten: Wer entscheidet?" }));
  const form = await screen.findByRole("dialog");
  await person.click(within(form).getByRole("combobox", { name: "beantwortet durch das Signal" }));
  await person.click(await screen.findByRole("option", { name: "Oelde bestellt zentral" }));
  await person.click(within(form).getByRole("button", { name: "Speichern" }));
  await waitFor(() => expect(written()[0]?.body).toEqual({ answeredBySignal: "s" }));
});

it("is marked as asked today by one press, which keeps the focus in the list", async () => {
  const written = serveQuestions();
  const { person } = show(<QuestionList {...asking} questions={[questionView({})]} />);
  await waitFor(() => screen.getByRole("button", { name: "Heute gefragt: Wer entscheidet?" }));
  await new Promise((resolve) => setTimeout(resolve));
  const button = screen.getByRole("button", { name: "Heute gefragt: Wer entscheidet?" });
  const list = button.closest("[tabindex='-1']");
  await person.click(button);
  await waitFor(() => expect(written()).toHaveLength(1));
  expect(written()[0]).toMatchObject({ method: "PATCH", body: { askedOn: today } });
  await waitFor(() => expect(document.activeElement).toBe(list));
});

it("asked today by mistake is as it was before by one press", async () => {
  const written = serveQuestions();
  const shown = (askedOn: string, version: number) => (
    <QuestionList {...asking} questions={[questionView({ askedOn, version })]} />
  );
  const { person, again } = show(shown("2026-11-02", 1));
  await waitFor(() => screen.getByRole("button", { name: "Heute gefragt: Wer entscheidet?" }));
  await person.click(screen.getByRole("button", { name: "Heute gefragt: Wer entscheidet?" }));
  await screen.findByText("Heute gefragt: Wer entscheidet?");
  again(shown(today, 2));
  await person.click(screen.getByRole("button", { name: "Rückgängig" }));
  await waitFor(() => expect(written()).toHaveLength(2));
  expect(written()[1]).toMatchObject({ body: { askedOn: "2026-11-02" }, version: 2 });
});

it("offers proven questions where none is open, each as an entry of its own", async () => {
  const written = serveQuestions();
  const { person } = show(<QuestionList {...asking} questions={[]} />);
  await person.click(screen.getByRole("button", { name: "Bewährte Fragen übernehmen" }));
  await waitFor(() => expect(written()).toHaveLength(6));
  expect(new Set(written().map(({ body }) => body.id)).size).toBe(6);
  expect(written()[0]?.path).toBe("/accounts/a/open-questions");
  expect(written()[3]?.body.text).toBe("Wer war zuletzt noch im Haus?");
});

it("a new one is asked with a day and a contact", async () => {
  const written = serveQuestions();
  const { person } = show(<QuestionList {...asking} questions={[questionView({})]} />);
  await person.click(screen.getByRole("button", { name: "Frage stellen" }));
  const form = await screen.findByRole("dialog", { name: "Frage stellen" });
  await person.type(within(form).getByRole("textbox", { name: /^Frage/ }), "Was plant das Werk?");
  await person.click(within(form).getByRole("button", { name: "Speichern" }));
  await waitFor(() =>
    expect(written()[0]).toMatchObject({
      method: "POST",
      path: "/accounts/a/open-questions",
      body: { text: "Was plant das Werk?" },
    }),
  );
  expect(written()[0]?.body).not.toHaveProperty("about");
});

describe("an answered one", () => {
  const done = questionView({
    answer: "Herr Petersen",
    answeredBySignal: "s",
    answeredOn: "2026-11-12",
  });

  it("says what came out, when and by what", () => {
    serveQuestions();
    show(<AnsweredList {...asking} questions={[done]} />);
    const text = screen.getByRole("listitem").textContent;
    expect(text).toContain("Herr Petersen");
    expect(text).toContain("beantwortet am 12.11.2026 · durch ein Signal");
  });

  it("asked again has no answer any more", async () => {
    const written = serveQuestions();
    const { person } = show(<AnsweredList {...asking} questions={[done]} />);
    await person.click(screen.getByRole("button", { name: /^Noch einmal fragen/ }));
    await waitFor(() =>
      expect(written()[0]?.body).toEqual({
        answer: "",
        answeredBySignal: null,
        answeredByCheckIn: null,
        answeredOn: null,
      }),
    );
  });
});

it("who reads along sees the questions and no button", () => {
  serveQuestions();
  show(
    <MayContext value={{ contribute: false, manage: false }}>
      <QuestionList {...asking} questions={[questionView({})]} />
      <AnsweredList {...asking} questions={[questionView({ id: "b", answeredOn: today })]} />
      <QuestionList {...asking} questions={[]} />
    </MayContext>,
  );
  expect(screen.getAllByText("Wer entscheidet?")).toHaveLength(2);
  expect(screen.queryAllByRole("button")).toEqual([]);
});
