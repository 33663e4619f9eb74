// @vitest-environment happy-dom
import { QueryClient } from "@tanstack/react-query";
import { screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { beforeEach, describe, expect, it } from "vitest";
import { api, writeOnlyAs } from "../api/client";
import SignInAgain from "../session/sign-in-again";
import { answered, serve } from "../testing/server";
import { show, speak } from "../testing/stage";
import { useUnsaved } from "../unsaved/unsaved";
import { useOwner } from "./owner";
import type { SessionView } from "./session";

const personOf = (id: string, name: string) =>
  ({ id, name, email: `${id}@takt.test` }) as NonNullable<SessionView["user"]>;
const jonas = personOf("jonas", "Jonas Albers");
const katrin = personOf("katrin", "Katrin Vogt");
const sessionOf = (user: SessionView["user"]) =>
  ({
    user,
    csrf: user?.id ?? "",
    demo: [],
    timeZone: "UTC",
    dayEnds: "",
  }) as unknown as SessionView;

/** A page with one field, in the shell's hands. */
function Tab({ session }: { session: SessionView }) {
  const { owner, away, ready, discard } = useOwner(session);
  return (
    <>
      <p>{owner ? `Seite von ${owner.name}` : "Anmeldung"}</p>
      {ready && <Page key={owner?.id} />}
      {away && owner && <SignInAgain as={owner} session={session} onDiscard={discard} />}
    </>
  );
}

function Page() {
  const [note, setNote] = useState("");
  useUnsaved(note !== "");
  return (
    <input aria-label="Notiz" value={note} onChange={(event) => setNote(event.target.value)} />
  );
}

const note = () => screen.getByLabelText<HTMLInputElement>("Notiz");

beforeEach(async () => {
  writeOnlyAs(undefined);
  await speak("de");
});

describe("a session that ends while something is typed", () => {
  it("is begun again over the page, and what was typed still stands there", async () => {
    const asked = serve(() => answered(sessionOf(jonas)));
    const { person, again } = show(<Tab session={sessionOf(jonas)} />);
    await person.type(note(), "Noch nicht fertig");
    again(<Tab session={sessionOf(null)} />);
    await screen.findByText("Ihre Anmeldung ist beendet");
    await person.type(screen.getByLabelText("Passwort"), "geheim genug");
    await person.click(screen.getByRole("button", { name: "Anmelden" }));
    await waitFor(() => expect(asked).toHaveLength(1));
    expect(asked[0]).toMatchObject({
      path: "/session",
      body: { email: "jonas@takt.test", password: "geheim genug" },
    });
    again(<Tab session={sessionOf(jonas)} />);
    expect(screen.queryByText("Ihre Anmeldung ist beendet")).toBeNull();
    expect(note().value).toBe("Noch nicht fertig");
  });

  it("and became another one's: nothing of the first goes on under the second's name", async () => {
    const { person, again } = show(<Tab session={sessionOf(jonas)} />);
    await person.type(note(), "Noch nicht fertig");
    again(<Tab session={sessionOf(katrin)} />);
    await screen.findByText(/ist jetzt Katrin Vogt angemeldet/);
    expect(screen.getByText("Seite von Jonas Albers")).toBeTruthy();
    await person.click(screen.getByRole("button", { name: "Eingaben verwerfen" }));
    await screen.findByText("Seite von Katrin Vogt");
    expect(note().value).toBe("");
  });
});

it("a page that nothing is typed on goes to whoever signed in, without what was read before", async () => {
  const queries = new QueryClient();
  queries.setQueryData(["account", "a"], "what Jonas read");
  const { again } = show(<Tab session={sessionOf(jonas)} />, queries);
  expect(queries.getQueryData(["account", "a"])).toBeTruthy();
  again(<Tab session={sessionOf(katrin)} />);
  await screen.findByText("Seite von Katrin Vogt");
  await waitFor(() => expect(queries.getQueryData(["account", "a"])).toBeUndefined());
});

it("a write from a page of one is not sent with another one's token", async () => {
  const tokens: (string | null)[] = [];
  const { keepCsrf } = await import("../api/client");
  serve(() => answered());
  const answer = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    tokens.push((input as Request).headers.get("X-Takt-CSRF"));
    return answer(input, init);
  };
  writeOnlyAs("jonas");
  keepCsrf("token of Jonas", "jonas");
  await api.POST("/api/v1/meetings/{id}/presence", { params: { path: { id: "m" } } });
  keepCsrf("token of Katrin", "katrin");
  await api.POST("/api/v1/meetings/{id}/presence", { params: { path: { id: "m" } } });
  expect(tokens).toEqual(["token of Jonas", ""]);
});
