// @vitest-environment happy-dom
import { screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import type { KeyResultView } from "../cockpit/cockpit-query";
import { sessionOf } from "../testing/room";
import { answered, refused, serve } from "../testing/server";
import { show, speak } from "../testing/stage";
import { FocusCheckIn } from "./focus-check-in";

vi.mock("@tanstack/react-router", async (original) => ({
  ...(await original<object>()),
  Link: ({ children }: { children: React.ReactNode }) => children,
}));
vi.mock("../outbox/outbox", async (original) => ({
  ...(await original<object>()),
  sendOrKeep: async (_: unknown, path: string, body: object) => {
    const answer = await fetch(
      new Request(`http://takt/api/v1${path}`, { method: "POST", body: JSON.stringify(body) }),
    );
    if (!answer.ok) {
      const { ApiProblem } = await import("../api/client");
      throw new ApiProblem(answer.status, "failed", "");
    }
    return "sent";
  },
}));

beforeEach(() => speak("de"));

const site = (id: string, value: number | null) => ({
  siteTarget: { id, site: id, target: 2, told: null, start: 0 },
  name: id,
  archived: false,
  purchasers: null,
  start: 0,
  value,
  stage: null,
  progress: 0,
  reached: false,
});

const view = (sites: ReturnType<typeof site>[]) =>
  ({
    keyResult: {
      id: "kr",
      title: "Bestellungen",
      kind: "metric",
      unit: "Bestellungen",
      follows: "check_ins",
      start: 0,
      target: 10,
      stages: [],
      owner: null,
    },
    sites,
    value: 2,
    stage: null,
    start: 0,
    decimals: 0,
    progress: 0.2,
    expected: 0.4,
    health: "behind",
    confidence: 4,
    daysSilent: 21,
  }) as unknown as KeyResultView;

it("checks in each site that moved, once, with the note at the last, also when one fails at first", async () => {
  let fails = true;
  const asked = serve(({ path, body }) => {
    if (path === "/session") return answered(sessionOf("k"));
    if (path.endsWith("/check-ins") && body.site === "Oelde" && fails) {
      fails = false;
      return refused(500, "failed");
    }
    return answered({ chart: [], people: [], siblings: [] });
  });
  const saved = vi.fn();
  const { person } = show(
    <FocusCheckIn
      view={view([site("Lehrte", 0), site("Oelde", 1), site("Arnsberg", null)])}
      goesOn
      onSaved={saved}
    />,
  );
  await person.click(screen.getByRole("button", { name: "Bestellungen: Lehrte: eins mehr" }));
  await person.click(screen.getByRole("button", { name: "Bestellungen: Oelde: eins mehr" }));
  await person.click(screen.getByRole("radio", { name: "5" }));
  await person.type(screen.getByLabelText("Notiz"), "Lehrte hat bestellt");
  await waitFor(() => expect(asked.some(({ path }) => path === "/session")).toBe(true));
  const save = screen.getByRole("button", { name: "Speichern und weiter" });
  await person.click(save);
  await screen.findByRole("alert");
  expect(saved).not.toHaveBeenCalled();
  await person.click(save);
  await waitFor(() => expect(saved).toHaveBeenCalledOnce());
  const made = asked.filter(({ path }) => path.endsWith("/check-ins")).map(({ body }) => body);
  expect(made.map((one) => [one.site, one.value, one.confidence, one.note])).toEqual([
    ["Lehrte", 1, 5, ""],
    ["Oelde", 2, 5, "Lehrte hat bestellt"],
    ["Lehrte", 1, 5, ""],
    ["Oelde", 2, 5, "Lehrte hat bestellt"],
  ]);
  expect(made[2]?.id).toBe(made[0]?.id);
  expect(made[3]?.id).toBe(made[1]?.id);
});

it("asks for a site that has none yet before a note alone is taken", async () => {
  serve(({ path }) =>
    answered(path === "/session" ? sessionOf("k") : { chart: [], people: [], siblings: [] }),
  );
  const { person } = show(
    <FocusCheckIn view={view([site("Arnsberg", null)])} goesOn={false} onSaved={() => {}} />,
  );
  await person.type(screen.getByLabelText("Notiz"), "Noch nichts");
  expect(screen.getByText(/Tragen Sie bei einem Standort/)).toBeTruthy();
  expect(
    screen.getByRole<HTMLButtonElement>("button", { name: "Check-in speichern" }).disabled,
  ).toBe(true);
});
