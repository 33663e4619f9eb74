// @vitest-environment happy-dom
import { screen, waitFor, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { questionsPage, questionView, today } from "../testing/questions";
import { answered, serve } from "../testing/server";
import { show, speak } from "../testing/stage";
import type { Room } from "./room-query";
import { StepContent } from "./step-content";

vi.mock("@tanstack/react-router", async (original) => ({
  ...(await original<object>()),
  Link: () => null,
}));

it("the step of questions takes them in the order of the room, and their answers", async () => {
  await speak("de");
  const page = questionsPage({ open: [questionView({ text: "Nicht im Raum" })] });
  const asked = serve(({ path }) => {
    if (path === "/session") return answered({ today, dayEnds: "2099-01-01T00:00:00Z" });
    if (path.startsWith("/accounts/a/cockpit")) return answered({ objectives: [] });
    if (path === "/accounts/a/questions") return answered(page);
    if (path === "/accounts/a/signals") return answered([]);
    return answered({ id: "q1", version: 2 });
  });
  const room = {
    account: { id: "a", name: "Teutonia" },
    questions: [
      questionView({ id: "q1", text: "Wer ist neu?", contact: "c" }, { overdue: true }),
      questionView({ id: "q2", text: "Was plant das Werk?" }),
    ],
  } as unknown as Room;
  const { person } = show(
    <StepContent room={room} step="questions" lead={{} as never} topic={{} as never} />,
  );
  await screen.findByText("Wer ist neu?");
  const shown = screen.getAllByRole("listitem").map(({ textContent }) => textContent);
  expect(shown).toHaveLength(2);
  expect(shown[0]).toMatch(/^Wer ist neu\? überfällig.*Frau Dr\. Feldmann/);

  await person.click(screen.getByRole("button", { name: "Beantworten: Wer ist neu?" }));
  const form = await screen.findByRole("dialog", { name: "Wer ist neu?" });
  await person.type(within(form).getByLabelText("Antwort"), "Herr Lamm");
  await person.click(within(form).getByRole("button", { name: "Speichern" }));
  await waitFor(() =>
    expect(asked.filter(({ method }) => method === "PATCH")).toMatchObject([
      { path: "/open-questions/q1", body: { answer: "Herr Lamm" } },
    ]),
  );
});
