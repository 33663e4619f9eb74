// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { beforeAll, describe, expect, it } from "vitest";
import type { Schemas } from "../api/client";
import { show, speak } from "../testing/stage";
import { ChangeDetail, ChangeLine } from "./change-line";
import { measuresOf, noMeasures } from "./measures";

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
  expect(screen.getByText(/^Neu: Früherkennungsfrage/)).toBeTruthy();
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
  expect(screen.getByText(/^Neu: offene Frage/)).toBeTruthy();
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

const names = [
  { id: "s", name: "Werk Marschfeld" },
  { id: "ja", name: "Jonas Albers" },
];
const keyResult = (more: Partial<Schemas["KeyResult"]> = {}) =>
  ({
    id: "k",
    kind: "metric",
    unit: "Besteller",
    start: 0,
    target: 15,
    stages: [],
    ...more,
  }) as Schemas["KeyResult"];
const measures = {
  names,
  keyResults: [keyResult()],
  siteTargets: [{ keyResult: "k", site: "s", target: 4, start: null } as Schemas["SiteTarget"]],
  kpis: [{ id: "p", unit: "%" } as Schemas["Kpi"]],
};
const told = (more: object, of: object = {}) => {
  const change = { ...changeFor(""), title: "Ausrollen", ...more } as unknown as Schemas["Change"];
  const { unmount } = show(
    <ChangeLine change={change} people={names} measures={{ ...measures, ...of }} />,
  );
  const text = document.querySelector("b")?.textContent?.replaceAll("\u00a0", " ");
  unmount();
  return text;
};
const checkIn = (after: object) => ({
  entity: "check_in",
  after: {
    keyResult: "k",
    value: null,
    stage: null,
    site: null,
    confidence: 7,
    note: "",
    ...after,
  },
});

it("says what a check-in says, of how much, and where", () => {
  expect(told(checkIn({ value: 12 }))).toBe("Check-in: 12 von 15");
  expect(told(checkIn({ value: 3, site: "s" }))).toBe("Check-in: 3 von 4, Werk Marschfeld");
  expect(told(checkIn({ value: 12, supersedes: "c" }))).toBe("Korrigiert: 12 von 15");
  expect(told(checkIn({}))).toBe("Check-in: Zuversicht 7 von 10");
});

it("never says so many of fewer, nor so many per cent of others", () => {
  const falling = keyResult({ start: 12, target: 4, unit: "Reklamationen" });
  expect(told(checkIn({ value: 5 }), { keyResults: [falling] })).toBe(
    "Check-in: 5 Reklamationen, Ziel 4",
  );
  const percent = keyResult({ start: 90, target: 97, unit: "%" });
  expect(told(checkIn({ value: 96.5 }), { keyResults: [percent] })).toBe(
    "Check-in: 96,5 %, Ziel 97",
  );
});

it("names the stage that a check-in reached", () => {
  const stages = ["Offen", "Termin steht", "Gelistet"].map((title, place) => ({
    title,
    degree: place * 50,
  }));
  const of = { keyResults: [keyResult({ kind: "stages", stages, target: null })] };
  expect(told(checkIn({ stage: 1 }), of)).toBe("Check-in: Stufe 1 von 2: Termin steht");
  expect(told(checkIn({ stage: 0 }), of)).toBe("Check-in: Offen");
});

it("says before and after of what was changed, in words and units", () => {
  expect(
    told({
      entity: "key_result",
      action: "changed",
      before: { target: 4, due: null },
      after: { target: 3, due: "2026-12-01" },
    }),
  ).toBe("Key Result „Ausrollen“: Zielwert 4 → 3, fällig am – → 01.12.2026");
  expect(
    told({
      entity: "kpi_value",
      action: "changed",
      title: "Liefertreue",
      parentId: "p",
      before: { value: 95 },
      after: { value: 96.5 },
    }),
  ).toBe("Korrigiert: Liefertreue, 95 % → 96,5 %");
  expect(
    told({
      entity: "signal",
      action: "changed",
      before: { state: "assessed", answeredAt: null },
      after: { state: "answered", answeredAt: "2026-10-07T08:02:48.000Z" },
    }),
  ).toBe("Signal „Ausrollen“: Status bewertet → beantwortet");
});

it("counts the fields that a line has no room for, and leaves long texts to the table", () => {
  const of = (after: object) => told({ entity: "objective", action: "changed", before: {}, after });
  expect(of({ why: "w".repeat(80) })).toBe("Objective „Ausrollen“: Warum");
  expect(of({ title: "a", why: "b", outcomeTarget: 3 })).toMatch(/und ein weiteres Feld$/);
});

it("says what was delivered of what is needed in a cell of the matrix", () => {
  const after = { period: "quarter", startsOn: "2026-10-01", volume: 5, demand: 60, unit: "eur" };
  expect(told({ entity: "supply_record", title: "c Sensorik · Arnsberg", after })).toBe(
    "c Sensorik · Arnsberg, Q4 2026: 5 € von 60 €",
  );
});

it("names a meeting by its kind and its day, since it has no title", () => {
  const planned = told({
    entity: "meeting",
    after: { kind: "check_in", plannedAt: "2026-11-28T09:00:00.000Z", place: "" },
  });
  expect(planned).toMatch(/^Check-in-Meeting geplant: 28\.11\.2026/);
});

describe("the steps of a meeting", () => {
  const went = {
    ...changeFor(""),
    entity: "meeting",
    entityId: "m",
    action: "changed",
    before: { step: 3 },
    after: { step: 0 },
  } as unknown as Schemas["Change"];
  const noted = {
    ...changeFor(""),
    entity: "meeting_note",
    entityId: "n",
    parentId: "m",
    after: { kind: "decision", step: 1 },
  } as unknown as Schemas["Change"];
  const planned: Schemas["Change"] = { ...went, before: null, after: { kind: "check_in" } };
  const rows = () => screen.getAllByRole("row").map(({ textContent }) => textContent);

  it("are counted from 1, in the line and in what a change did to each field", () => {
    show(
      <>
        <ChangeLine change={went} people={[]} />
        <ChangeDetail change={went} names={[]} />
        <ChangeDetail change={noted} names={[]} />
      </>,
    );
    expect(screen.getByText(/Schritt 4 → 1/)).toBeTruthy();
    expect(rows()).toContain("Schritt41");
    expect(rows()).toContain("Schritt–2");
  });

  it.each([
    ["de", "Wer tut was bis wann", "Key Results, älteste Nachricht zuerst", "Signale seither"],
    ["en", "Who does what until when", "Key results, oldest news first", "Signals since"],
  ] as const)(
    "have names where the log tells which kind it is: %s",
    async (language, last, first, second) => {
      await speak(language);
      const { meetings } = measuresOf([
        { changes: [went, planned], names: [], keyResults: [], siteTargets: [], kpis: [] },
      ]);
      show(
        <>
          <ChangeLine change={went} people={[]} measures={{ ...noMeasures, meetings }} />
          <ChangeDetail change={went} names={[]} meetings={meetings} />
          <ChangeDetail change={noted} names={[]} meetings={meetings} />
        </>,
      );
      expect(screen.getByText(`${last} → ${first}`, { exact: false })).toBeTruthy();
      const told = rows();
      expect(told.some((row) => row?.endsWith(last + first))).toBe(true);
      expect(told.some((row) => row?.endsWith(`–${second}`))).toBe(true);
      await speak("de");
    },
  );
});
