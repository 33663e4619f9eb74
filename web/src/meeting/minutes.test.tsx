// @vitest-environment happy-dom
import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { roomWith } from "../testing/room";
import { type Asked, answered, refused, serve } from "../testing/server";
import { show, speak } from "../testing/stage";
import { Minutes } from "./minutes";

vi.mock("@tanstack/react-router", async (original) => ({
  ...(await original<object>()),
  Link: () => null,
  useNavigate: () => async () => {},
}));

beforeEach(() => speak("de"));

const told = {
  kind: "cycle",
  account: "Teutonia",
  day: "2026-11-26",
  attended: ["Katrin Vogt"],
  signal: "",
  endedCycle: "Zyklus 2",
  results: [
    {
      title: "Hauptlieferant",
      result: 0.8,
      effect: 0.4,
      quadrant: "busy",
      decision: "adapt",
      lesson: "Gelistet sein hält den Anteil",
    },
  ],
  nextCycle: "Zyklus 3",
  topics: [{ title: "Liste", votes: 5, grouped: ["Listung"] }],
  parked: ["Preise"],
  decisions: ["Kein Gegenangebot"],
  notes: [],
  actions: [{ title: "Termin", assignee: "Jonas Albers", due: "2026-12-04" }],
  answered: [],
  open: [],
  moreOpen: 0,
  changes: [],
  changed: [],
  afterwards: [],
};

it.each([
  ["de", "Schwerpunkte für Zyklus 3", /Liste \(5 Stimmen\)/, /bis 04\.12\.2026/],
  ["en", "Focus for Zyklus 3", /Liste \(5 votes\)/, /until 04\/12\/2026/],
] as const)(
  "the minutes are read in one's own language: %s",
  async (language, focus, votes, day) => {
    await speak(language);
    serve(() => answered());
    show(<Minutes room={roomWith({ state: "closed" }, { minutes: told as never })} />);
    const sheet = screen.getByRole("article");
    expect(screen.getByRole("heading", { name: focus })).toBeTruthy();
    expect(sheet.textContent).toMatch(votes);
    expect(sheet.textContent).toMatch(day);
    expect(sheet.textContent).toContain("Gelistet sein hält den Anteil");
  },
);

it("say what was changed in the meeting, and to what", async () => {
  const change = (revision: number, entity: string, more: object) => ({
    revision,
    entity,
    action: "changed",
    at: "2026-11-26T09:05:00Z",
    title: "",
    reason: "",
    before: {},
    after: {},
    ...more,
  });
  const started = change(10, "meeting", { after: { state: "running" } });
  const closed = change(20, "meeting", { after: { state: "closed" } });
  const aimedAt = (revision: number, before: number, after: number, reason = "") =>
    change(revision, "key_result", {
      title: "Muster",
      before: { target: before },
      after: { target: after },
      reason,
    });
  const log = [
    change(18, "action", { title: "Termin" }),
    aimedAt(15, -5, 12, "Neues Werk"),
    started,
    aimedAt(9, 8, -5),
  ];
  const page = (changes: object[]) =>
    answered({ changes, names: [], keyResults: [], siteTargets: [], kpis: [] });
  serve(({ path }) => page(path.includes("entity=") ? [closed, started] : log));
  show(
    <Minutes
      room={roomWith(
        { state: "closed", account: "a" },
        { minutes: { ...told, changes: ["Muster"] } as never },
      )}
    />,
  );
  const part = within(screen.getByRole("region", { name: "Im Meeting geändert" }));
  expect(await part.findByText("Key Result „Muster“: Zielwert −5 → 12 (Neues Werk)")).toBeTruthy();
  expect(part.getAllByRole("listitem")).toHaveLength(1);
});

describe("the minutes in two tabs", () => {
  const closed = { state: "closed", minutes: "Alt", kind: "cycle", version: 1 } as const;

  /** A server that keeps the meeting as Takt does. */
  function meetingServer() {
    const stored = { ...roomWith(closed).meeting };
    serve(({ method, body, version }: Asked) => {
      if (method !== "PATCH") return answered();
      if (version !== stored.version) return refused(412, "stale", { current: stored });
      Object.assign(stored, body, { version: stored.version + 1 });
      return answered(stored);
    });
    return stored;
  }
  const text = () => screen.getByRole<HTMLTextAreaElement>("textbox", { name: "Protokoll" });

  it("show both texts to the second writer, whose page knew of the first one's by then, too", async () => {
    const stored = meetingServer();
    const { person, again } = show(<Minutes room={roomWith(closed)} />);
    await person.click(screen.getByRole("button", { name: "Bearbeiten" }));
    await person.type(text(), " und meins");
    Object.assign(stored, { minutes: "Alt und ihres", version: 2 });
    again(<Minutes room={roomWith({ ...closed, minutes: "Alt und ihres", version: 2 })} />);
    await person.click(screen.getByRole("button", { name: "Speichern" }));
    await screen.findByText(/Jemand war schneller/);
    expect(stored.minutes).toBe("Alt und ihres");
    expect(text().value).toBe("Alt und meins");
    await person.click(screen.getByRole("button", { name: "Meine speichern" }));
    await waitFor(() => expect(stored.minutes).toBe("Alt und meins"));
  });

  it("do not ask where something else of the meeting changed", async () => {
    const stored = meetingServer();
    const { person } = show(<Minutes room={roomWith(closed)} />);
    await person.click(screen.getByRole("button", { name: "Bearbeiten" }));
    await person.type(text(), " und meins");
    Object.assign(stored, { place: "Halle 3", version: 2 });
    await person.click(screen.getByRole("button", { name: "Speichern" }));
    await waitFor(() => expect(stored.minutes).toBe("Alt und meins"));
    expect(screen.queryByText(/Jemand war schneller/)).toBeNull();
  });
});
