// @vitest-environment happy-dom
import { screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { roomWith, sessionOf } from "../testing/room";
import { answered, serve } from "../testing/server";
import { show, speak } from "../testing/stage";
import { Held } from "./held";
import { useNote } from "./use-note";

beforeEach(() => speak("de"));

function HeldOf() {
  const room = roomWith({});
  return <Held room={room} note={useNote(room)} />;
}

const input = () => screen.getByLabelText<HTMLTextAreaElement>("Was wurde entschieden?");

describe("what is being written down", () => {
  it("takes nothing with it that was typed while it was on its way", async () => {
    let arrive = () => {};
    const onTheWay = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const asked = serve(async ({ method }) => {
      if (method === "POST") await onTheWay;
      return answered({});
    });
    const { person } = show(<HeldOf />);
    await person.type(input(), "Jonas lädt hoch{Enter}");
    await person.clear(input());
    await person.type(input(), "Katrin prüft");
    arrive();
    await new Promise((resolve) => setTimeout(resolve));
    const sent = asked.filter(({ method }) => method === "POST");
    expect(sent).toMatchObject([
      { path: "/meetings/m/meeting-notes", body: { kind: "decision", title: "Jonas lädt hoch" } },
    ]);
    expect(input().value).toBe("Katrin prüft");
  });

  it("is gone once it is stored, and the next one is another entry", async () => {
    const asked = serve(() => answered({}));
    const { person } = show(<HeldOf />);
    await person.type(input(), "eins{Enter}");
    await waitFor(() => expect(input().value).toBe(""));
    await person.type(input(), "zwei{Enter}");
    const posts = () => asked.filter(({ method }) => method === "POST");
    await waitFor(() => expect(posts()).toHaveLength(2));
    expect(posts()[0]?.body.id).not.toBe(posts()[1]?.body.id);
  });

  it("is an action of the meeting where somebody does it until a day", async () => {
    const asked = serve(() => answered(sessionOf("k")));
    const { person } = show(<HeldOf />);
    await person.click(screen.getByRole("radio", { name: "Maßnahme" }));
    await person.type(screen.getByLabelText("Was ist zu tun?"), "Termin mit Frau Wrobel");
    await person.type(screen.getByLabelText("fällig am"), "04.12.2026");
    await person.click(screen.getByRole("button", { name: "Festhalten" }));
    await waitFor(() =>
      expect(asked.filter(({ method }) => method === "POST")).toMatchObject([
        {
          path: "/accounts/a/actions",
          body: { title: "Termin mit Frau Wrobel", meeting: "m", due: "2026-12-04" },
        },
      ]),
    );
  });
});
