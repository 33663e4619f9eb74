// @vitest-environment happy-dom
import "fake-indexeddb/auto";
import { screen, waitFor } from "@testing-library/react";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, expect, it, vi } from "vitest";
import { answered, noNetwork, refused, serve } from "../testing/server";
import { show, speak } from "../testing/stage";
import { sendOrKeep } from "./outbox";
import { OutboxButton } from "./outbox-button";

const keep = (title: string, user = "jonas") =>
  sendOrKeep(user, "/accounts/a/signals", { title }, title);

beforeEach(async () => {
  vi.stubGlobal("indexedDB", new IDBFactory());
  serve(noNetwork);
  await speak("de");
});

it("counts what waits, sends it when the network is back, and is gone", async () => {
  await keep("Oelde bestellt zentral");
  await keep("Kurzarbeit in Lehrte");
  show(<OutboxButton user="jonas" />);
  await screen.findByRole("button", { name: "2 warten" });
  const asked = serve(() => answered());
  window.dispatchEvent(new Event("online"));
  await screen.findByText("2 Einträge sind angekommen.");
  expect(asked.map(({ body }) => body.title)).toEqual([
    "Oelde bestellt zentral",
    "Kurzarbeit in Lehrte",
  ]);
  await waitFor(() => expect(screen.queryByRole("button", { name: /warte/ })).toBeNull());
});

it("says in the reader's language why something was refused, and tries it again when asked", async () => {
  await keep("Oelde bestellt zentral");
  serve(() => refused(422, "invalid", { errors: [{ code: "too_long", detail: "is too long" }] }));
  const { person } = show(<OutboxButton user="jonas" />);
  await person.click(await screen.findByRole("button", { name: "1 wartet" }));
  await screen.findByText("Das ist zu lang.");
  const asked = serve(() => answered());
  await person.click(screen.getByRole("button", { name: "Jetzt senden" }));
  await waitFor(() => expect(screen.queryByText("Oelde bestellt zentral")).toBeNull());
  expect(asked).toHaveLength(1);
});

it("takes back what its writer does not want to send any more", async () => {
  await keep("Oelde bestellt zentral");
  await keep("Kurzarbeit in Lehrte");
  const { person } = show(<OutboxButton user="jonas" />);
  await person.click(await screen.findByRole("button", { name: "2 warten" }));
  await person.click(screen.getAllByRole("button", { name: "Verwerfen" })[0] as HTMLElement);
  await waitFor(() => expect(screen.queryByText(/Oelde bestellt zentral/)).toBeNull());
  expect(screen.getByText(/Kurzarbeit in Lehrte/)).toBeTruthy();
});

it("shows nobody what another one wrote", async () => {
  await keep("Oelde bestellt zentral");
  await keep("Kurzarbeit in Lehrte", "katrin");
  show(<OutboxButton user="katrin" />);
  await screen.findByRole("button", { name: "1 wartet" });
});
