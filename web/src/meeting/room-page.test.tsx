// @vitest-environment happy-dom
import { screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Schemas } from "../api/client";
import { type Asked, answered, refused, serve } from "../testing/server";
import { show, speak } from "../testing/stage";
import { Notes } from "./notes";
import { Minutes, Presence, type Room } from "./room-page";
import { useLine } from "./use-line";

vi.mock("@tanstack/react-router", async (original) => ({
  ...(await original<object>()),
  Link: () => null,
  useNavigate: () => async () => {},
}));

const roomWith = (meeting: Partial<Schemas["Meeting"]>, more: Partial<Room> = {}) =>
  ({
    meeting: { id: "m", version: 1, state: "running", step: 0, minutes: "", ...meeting },
    account: { id: "a", name: "Teutonia" },
    people: [{ id: "k", name: "Katrin Vogt" }],
    attended: [],
    present: [],
    notes: [],
    actions: [],
    canMail: false,
    next: null,
    ...more,
  }) as unknown as Room;

beforeEach(() => speak("de"));

it("keeps the place of who is there before anybody is, so that nothing moves when one joins", () => {
  const { again } = show(<Presence room={roomWith({})} />);
  expect(screen.getByText("Anwesend: –").className).toContain("presence");
  again(<Presence room={roomWith({}, { attended: ["k"], present: ["k"] })} />);
  expect(screen.getByText("Anwesend: Katrin Vogt").className).toContain("presence");
});

function NotesOf({ send }: { send: (id: string, text: string, kind: string) => Promise<void> }) {
  const [kind, setKind] = useState<Schemas["NoteKind"]>("decision");
  const line = useLine(({ id, text }) => send(id, text, kind));
  return <Notes room={roomWith({})} line={{ kind, setKind, ...line }} />;
}

describe("a note that is being saved", () => {
  const input = () => screen.getByLabelText<HTMLInputElement>("Was wurde entschieden?");

  it("takes nothing with it that was typed meanwhile", async () => {
    let arrive = () => {};
    const sent: string[] = [];
    const { person } = show(
      <NotesOf
        send={(_, text) => {
          sent.push(text);
          return new Promise((resolve) => {
            arrive = resolve;
          });
        }}
      />,
    );
    await person.type(input(), "Jonas lädt hoch{Enter}");
    await person.clear(input());
    await person.type(input(), "Katrin prüft");
    arrive();
    await new Promise((resolve) => setTimeout(resolve));
    expect(sent).toEqual(["Jonas lädt hoch"]);
    expect(input().value).toBe("Katrin prüft");
  });

  it("is gone once it is stored, and the next one is another entry", async () => {
    const sent: string[] = [];
    const { person } = show(
      <NotesOf
        send={async (id) => {
          sent.push(id);
        }}
      />,
    );
    await person.type(input(), "eins{Enter}");
    await waitFor(() => expect(input().value).toBe(""));
    await person.type(input(), "zwei{Enter}");
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[0]).not.toBe(sent[1]);
  });
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
