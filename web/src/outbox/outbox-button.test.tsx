// @vitest-environment happy-dom
import "fake-indexeddb/auto";
import { screen, waitFor, within } from "@testing-library/react";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, expect, it, vi } from "vitest";
import { answered, noNetwork, refused, serve } from "../testing/server";
import { show, speak } from "../testing/stage";
import { sendOrKeep } from "./outbox";
import { OutboxButton } from "./outbox-button";

const names = { jonas: "Jonas Albers", katrin: "Katrin Vogt" };
const keep = (title: string, id: keyof typeof names = "jonas") =>
  sendOrKeep(
    { id, name: names[id] },
    "/accounts/a/signals",
    { id: "s", title, observedOn: "2026-11-25" },
    title,
  );

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
  serve(() =>
    refused(422, "invalid", {
      errors: [{ pointer: "/title", code: "too_long", detail: "is too long" }],
    }),
  );
  const { person } = show(<OutboxButton user="jonas" />);
  await person.click(await screen.findByRole("button", { name: "1 wartet" }));
  await screen.findByText("Titel: Das ist zu lang.");
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

it("opens what was refused with what it says, and sends it again mended, as the same entry", async () => {
  await keep("Oelde bestellt zentral");
  serve(() =>
    refused(422, "invalid", {
      errors: [{ pointer: "/observedOn", code: "in_future", detail: "lies in the future" }],
    }),
  );
  const { person } = show(<OutboxButton user="jonas" />);
  await person.click(await screen.findByRole("button", { name: "1 wartet" }));
  await person.click(await screen.findByRole("button", { name: "Bearbeiten" }));
  const form = await screen.findByRole("dialog", { name: "Oelde bestellt zentral" });
  expect(within(form).getByText("Darf nicht in der Zukunft liegen.")).toBeTruthy();
  const day = within(form).getByLabelText("beobachtet am");
  await person.clear(day);
  await person.type(day, "2026-11-24");
  const asked = serve(() => answered());
  await person.click(within(form).getByRole("button", { name: "Speichern" }));
  await waitFor(() => expect(screen.queryByRole("button", { name: "1 wartet" })).toBeNull());
  expect(asked.filter(({ method }) => method === "POST")).toMatchObject([
    {
      path: "/accounts/a/signals",
      body: { id: "s", title: "Oelde bestellt zentral", observedOn: "2026-11-24" },
    },
  ]);
});

it("tells others only how much waits, and of whom", async () => {
  await keep("Oelde bestellt zentral");
  await keep("Kurzarbeit in Lehrte");
  const { person } = show(<OutboxButton user="katrin" />);
  await person.click(
    await screen.findByRole("button", { name: "2 Einträge von Jonas Albers warten" }),
  );
  expect(screen.queryByText(/Oelde/)).toBeNull();
  expect(screen.queryByRole("button", { name: /senden|Verwerfen/ })).toBeNull();
});

it("shows nobody what another one wrote", async () => {
  await keep("Oelde bestellt zentral");
  await keep("Kurzarbeit in Lehrte", "katrin");
  show(<OutboxButton user="katrin" />);
  await screen.findByRole("button", { name: "1 wartet" });
});
