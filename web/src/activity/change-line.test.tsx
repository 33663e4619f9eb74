// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { beforeAll, expect, it } from "vitest";
import type { Schemas } from "../api/client";
import { show, speak } from "../testing/stage";
import { ChangeDetail, ChangeLine } from "./change-line";

const changeFor = (reason: string) =>
  ({
    revision: 1,
    at: "2026-11-24T10:00:00Z",
    byUser: null,
    entity: "objective",
    action: "created",
    reason,
    title: "Lieferanteil",
    before: null,
    after: null,
  }) as unknown as Schemas["Change"];

beforeAll(() => speak("de"));

it.each(["carried_over", "carried over"])("says the server's reason in words: %s", (reason) => {
  show(<ChangeLine change={changeFor(reason)} people={[]} />);
  expect(screen.getByText(/Grund: aus dem vorigen Zyklus übernommen/)).toBeTruthy();
});

it("still names what older releases called an early-warning question", () => {
  const old = { ...changeFor(""), entity: "warning_question", title: "Wer kommt neu?" };
  const change = { ...old, before: { answer: "" }, after: { answer: "Herr Lamm" } };
  show(
    <>
      <ChangeLine change={change as Schemas["Change"]} people={[]} />
      <ChangeDetail change={change as Schemas["Change"]} names={[]} />
    </>,
  );
  expect(screen.getByText(/hat angelegt: Früherkennungsfrage/)).toBeTruthy();
  expect(screen.getByRole("row", { name: "Antwort – Herr Lamm" })).toBeTruthy();
});

it("tells in words what an open question is about", () => {
  const change = {
    ...changeFor(""),
    entity: "open_question",
    after: { aboutKind: "contact", about: "c", askBy: "2026-12-01" },
  } as unknown as Schemas["Change"];
  show(
    <>
      <ChangeLine change={change} people={[]} />
      <ChangeDetail change={change} names={[{ id: "c", name: "Sabine Hoppe" }]} />
    </>,
  );
  expect(screen.getByText(/hat angelegt: offene Frage/)).toBeTruthy();
  expect(screen.getAllByRole("row").map(({ textContent }) => textContent)).toEqual([
    "Feldvorhernachher",
    "betrifft (Art)–Ansprechpartner",
    "betrifft–Sabine Hoppe",
    "zu fragen bis–01.12.2026",
  ]);
});

it("leaves a person's reason as it was written", () => {
  show(<ChangeLine change={changeFor("der Kunde bündelt")} people={[]} />);
  expect(screen.getByText(/Grund: der Kunde bündelt/)).toBeTruthy();
});

it("tells a contact's roles in words, as those who had one before", () => {
  const change = {
    ...changeFor(""),
    entity: "contact",
    before: { role: "buyer", roles: ["buyer"], reportsTo: null },
    after: { role: "decider", roles: ["buyer", "decider"], reportsTo: "f" },
  } as unknown as Schemas["Change"];
  show(<ChangeDetail change={change} names={[{ id: "f", name: "Dr. Anke Feldmann" }]} />);
  const rows = screen.getAllByRole("row").map((row) => row.textContent);
  expect(rows).toContain("RolleEinkäuferEntscheider");
  expect(rows).toContain("RollenEinkäuferEinkäufer, Entscheider");
  expect(rows).toContain("berichtet an–Dr. Anke Feldmann");
});

it("names what an assumption is about, and leaves out what is empty before and after", () => {
  const change = {
    ...changeFor(""),
    entity: "assumption",
    title: "a Antriebe · Lehrte",
    after: {
      aboutKind: "supply_record",
      about: "r",
      note: "",
      archivedAt: null,
      confirmedBy: null,
    },
  } as unknown as Schemas["Change"];
  show(<ChangeDetail change={change} names={[{ id: "r", name: "Teutonia Hausgeräte SE" }]} />);
  expect(screen.getAllByRole("row").map(({ textContent }) => textContent)).toEqual([
    "Feldvorhernachher",
    "betrifft (Art)–Lieferanteil",
    "betrifft–a Antriebe · Lehrte",
  ]);
});
