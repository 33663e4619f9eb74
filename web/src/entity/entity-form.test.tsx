// @vitest-environment happy-dom
import { screen, waitFor, within } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { type Asked, answered, noNetwork, refused, serve } from "../testing/server";
import { show, speak } from "../testing/stage";
import { anyUnsaved } from "../unsaved/unsaved";
import EntityForm from "./entity-form";
import type { Field } from "./fields";

const fields: Field[] = [
  { name: "title", kind: "text", required: true },
  { name: "why", kind: "prose" },
  { name: "target", kind: "number" },
];

const objective = { id: "o", version: 1, title: "Zweitlieferant werden", why: "", target: 10 };
type Objective = typeof objective;

/** A server that keeps one objective as Takt does: with a version, and 412 with what is there. */
function objectiveServer() {
  const stored = { ...objective };
  const asked = serve(({ body, version }: Asked) => {
    if (version !== stored.version) return refused(412, "stale", { current: stored });
    Object.assign(stored, body, { version: stored.version + 1 });
    return answered(stored);
  });
  /** Somebody else writes. */
  const other = (change: Partial<Objective>) =>
    Object.assign(stored, change, { version: stored.version + 1 });
  return { stored, asked, other };
}

const onClose = vi.fn();
const open = (more = {}) =>
  show(
    <EntityForm
      title="Objective"
      collection="/objectives"
      fields={fields}
      entity={objective}
      onClose={onClose}
      {...more}
    />,
  );

const titleInput = () => screen.getByLabelText<HTMLInputElement>(/^Titel/);
const whyInput = () => screen.getByLabelText<HTMLTextAreaElement>("Warum");
const targetInput = () => screen.getByLabelText<HTMLInputElement>("Zielwert");
const button = (name: string) => screen.getByRole("button", { name });
const closed = () => waitFor(() => expect(onClose).toHaveBeenCalledTimes(1));

beforeEach(async () => {
  onClose.mockReset();
  await speak("de");
});

describe("a number that the server computed", () => {
  const computed = 22.6459259259259;
  const shown = fields.map((field) =>
    field.name === "target" ? { ...field, decimals: 1 } : field,
  );
  const openComputed = (target = computed) => {
    const { stored, asked } = objectiveServer();
    stored.target = target;
    return { asked, ...open({ fields: shown, entity: { ...objective, target } }) };
  };

  it("is shown rounded, and stays what it is where nobody types in it", async () => {
    const { asked, person } = openComputed();
    expect(targetInput().value).toBe("22,6");
    await person.click(targetInput());
    await person.type(whyInput(), "Weil");
    expect(targetInput().value).toBe("22,6");
    await person.click(button("Speichern"));
    await closed();
    expect(asked[0]?.body).toEqual({ why: "Weil" });
  });

  it("becomes what is typed", async () => {
    const { asked, person } = openComputed();
    await person.click(targetInput());
    await person.keyboard("{End}4567891");
    await person.tab();
    expect(targetInput().value).toBe("22,64567891");
    await person.click(button("Speichern"));
    await closed();
    expect(asked[0]?.body).toEqual({ target: 22.64567891 });
  });

  it("is none where it has no more decimals than people enter", () => {
    openComputed(22.64);
    expect(targetInput().value).toBe("22,64");
  });
});

it("sends what was changed, and nothing else", async () => {
  const { asked } = objectiveServer();
  const { person } = open();
  await person.type(whyInput(), "Zwei von sieben bleiben");
  await person.click(button("Speichern"));
  await closed();
  expect(asked).toEqual([
    {
      method: "PATCH",
      path: "/objectives/o",
      version: 1,
      body: { why: "Zwei von sieben bleiben" },
    },
  ]);
});

it("creates with an id of its own, the same one when it is sent again", async () => {
  const asked = serve(() => (asked.length === 1 ? noNetwork() : answered()));
  const { person } = open({ entity: undefined, parent: "/cycles/c/objectives" });
  await person.type(titleInput(), "Lieferfähig bleiben");
  await person.click(button("Speichern"));
  await screen.findByText(/Ihre Eingaben stehen noch hier/);
  await person.click(button("Speichern"));
  await closed();
  const [first, second] = asked;
  expect(first).toMatchObject({ method: "POST", path: "/cycles/c/objectives" });
  expect(first?.body).toMatchObject({ title: "Lieferfähig bleiben", id: expect.any(String) });
  expect(second).toEqual(first);
});

it("says at its field what is wrong, and keeps what was typed", async () => {
  serve(() =>
    refused(422, "invalid", {
      errors: [{ pointer: "/title", code: "too_long", detail: "is too long" }],
    }),
  );
  const { person } = open();
  await person.type(titleInput(), " bei allen");
  await person.click(button("Speichern"));
  await screen.findByText("Das ist zu lang.");
  expect(titleInput().value).toBe("Zweitlieferant werden bei allen");
  expect(titleInput().getAttribute("aria-invalid")).toBe("true");
  expect(onClose).not.toHaveBeenCalled();
});

it("leads to the first field that is wrong, and says how long it may be", async () => {
  serve(() =>
    refused(422, "invalid", {
      errors: [{ pointer: "/why", code: "too_long", detail: "must have at most 2000 characters" }],
    }),
  );
  const { person } = open();
  await person.type(whyInput(), "Weil");
  await person.click(button("Speichern"));
  await screen.findByText("Das ist zu lang: höchstens 2000 Zeichen.");
  await waitFor(() => expect(document.activeElement).toBe(whyInput()));
});

describe("when somebody else was faster", () => {
  const conflict = async () =>
    (await screen.findByText(/Jemand war schneller/)).closest('[role="alert"]') as HTMLElement;
  const rows = (of: HTMLElement) =>
    within(of)
      .getAllByRole("row")
      .slice(1)
      .map((row) => [...row.children].map((cell) => cell.textContent));

  async function both(change: Partial<Objective>) {
    const server = objectiveServer();
    const { person } = open();
    await person.clear(titleInput());
    await person.type(titleInput(), "Hauptlieferant werden");
    server.other(change);
    await person.click(button("Speichern"));
    return { server, person, shown: await conflict() };
  }

  it("both versions are shown, nothing is written, and what was typed still stands", async () => {
    const { server, shown } = await both({ title: "Zweiter bleiben" });
    expect(rows(shown)).toEqual([["Titel", "Hauptlieferant werden", "Zweiter bleiben"]]);
    expect(server.stored.title).toBe("Zweiter bleiben");
    expect(titleInput().value).toBe("Hauptlieferant werden");
    expect(onClose).not.toHaveBeenCalled();
  });

  it("mine is saved over theirs where the two differ by my hand, and only there", async () => {
    const { server, person, shown } = await both({ title: "Zweiter bleiben", why: "Der Preis" });
    expect(rows(shown)).toEqual([["Titel", "Hauptlieferant werden", "Zweiter bleiben"]]);
    await person.click(button("Meine speichern"));
    await closed();
    expect(server.stored).toMatchObject({ title: "Hauptlieferant werden", why: "Der Preis" });
  });

  it("theirs can be taken and written on, back to what once was, too", async () => {
    const { server, person } = await both({ title: "Zweiter bleiben" });
    await person.click(button("Jetzige übernehmen"));
    expect(titleInput().value).toBe("Zweiter bleiben");
    await person.clear(titleInput());
    await person.type(titleInput(), objective.title);
    await person.click(button("Speichern"));
    await closed();
    expect(server.stored.title).toBe(objective.title);
  });

  it("whoever took theirs and typed nothing more is not asked before it closes", async () => {
    const { person } = await both({ title: "Zweiter bleiben" });
    await person.click(button("Jetzige übernehmen"));
    await person.click(button("Abbrechen"));
    await closed();
  });

  it("mine that is refused stays in the form with theirs around it", async () => {
    const { server, person } = await both({ title: "Zweiter bleiben", why: "Der Preis" });
    serve(() =>
      refused(422, "invalid", {
        errors: [{ pointer: "/title", code: "too_long", detail: "is too long" }],
      }),
    );
    await person.click(button("Meine speichern"));
    await screen.findByText("Das ist zu lang.");
    expect(titleInput().value).toBe("Hauptlieferant werden");
    expect(whyInput().value).toBe("Der Preis");
    expect(server.stored.title).toBe("Zweiter bleiben");
  });

  it("a third one is shown like the second", async () => {
    const { server, person } = await both({ title: "Zweiter bleiben" });
    server.other({ title: "Dritter werden" });
    await person.click(button("Meine speichern"));
    await waitFor(async () =>
      expect(rows(await conflict())).toEqual([
        ["Titel", "Hauptlieferant werden", "Dritter werden"],
      ]),
    );
  });

  it("archiving shows how it is now, and archives that when asked again", async () => {
    const server = objectiveServer();
    const { person } = open();
    server.other({ title: "Zweiter bleiben" });
    await person.click(button("Archivieren"));
    await screen.findByText("Jemand anders hat das inzwischen geändert.");
    expect(titleInput().value).toBe("Zweiter bleiben");
    expect(onClose).not.toHaveBeenCalled();
    await person.click(button("Archivieren"));
    await closed();
    expect(server.asked.map(({ method, version }) => [method, version])).toEqual([
      ["DELETE", 1],
      ["DELETE", 2],
    ]);
  });
});

describe("a form with something typed", () => {
  it("asks before it closes, and is closed by who says so", async () => {
    const { person } = open();
    await person.type(whyInput(), "Noch nicht fertig");
    await person.click(button("Abbrechen"));
    expect(onClose).not.toHaveBeenCalled();
    await person.click(button("Weiter bearbeiten"));
    expect(whyInput().value).toBe("Noch nicht fertig");
    await person.click(button("Abbrechen"));
    await person.click(button("Eingaben verwerfen"));
    await closed();
  });

  it("has nothing that is not stored by the time it is said to be saved", async () => {
    objectiveServer();
    const unsaved: boolean[] = [];
    const { person } = open({ onSaved: () => unsaved.push(anyUnsaved()) });
    await person.type(whyInput(), "Weil");
    expect(anyUnsaved()).toBe(true);
    await person.click(button("Speichern"));
    await closed();
    expect(unsaved).toEqual([false]);
  });

  it("does not ask where what was typed was taken back", async () => {
    const { person } = open();
    await person.type(whyInput(), "x{Backspace}");
    await person.click(button("Abbrechen"));
    await closed();
  });
});

describe.each([
  ["de", "0,05", 0.05],
  ["de", "-2,5", -2.5],
  ["de", "1200,50", 1200.5],
  ["en", "10.05", 10.05],
] as const)("a number typed in %s as %s", (language, typed, value) => {
  it(`is ${value}`, async () => {
    await speak(language);
    const { asked } = objectiveServer();
    const { person } = open();
    const input = screen.getByLabelText<HTMLInputElement>(
      language === "de" ? "Zielwert" : "Target",
    );
    await person.clear(input);
    await person.type(input, typed);
    expect(input.value).toBe(typed);
    await person.click(button(language === "de" ? "Speichern" : "Save"));
    await closed();
    expect(asked[0]?.body).toEqual({ target: value });
  });
});

it("sends a number that was cleared as no value", async () => {
  const { asked } = objectiveServer();
  const { person } = open();
  await person.clear(targetInput());
  await person.click(button("Speichern"));
  await closed();
  expect(asked[0]?.body).toEqual({ target: null });
});

it.each([
  ["7", 7],
  ["2,5", 2.5],
])("sends a number that is out of range as it was typed: %s", async (typed, sent) => {
  const asked = serve(() =>
    refused(422, "invalid", {
      errors: [{ pointer: "/impact", code: "out_of_range", detail: "1 to 5" }],
    }),
  );
  const { person } = open({ fields: [{ name: "impact", kind: "whole", min: 1, max: 5 }] });
  const impact = screen.getByLabelText<HTMLInputElement>(/^Auswirkung/);
  await person.type(impact, typed);
  await person.click(button("Speichern"));
  expect(asked[0]?.body).toEqual({ impact: sent });
  expect(impact.value).toBe(typed);
  await waitFor(() => expect(impact.getAttribute("aria-invalid")).toBe("true"));
  // What was wrong is old once it is written anew.
  await person.type(impact, "1");
  expect(impact.getAttribute("aria-invalid")).not.toBe("true");
});

it("lets the other fields follow one, except where somebody wrote", async () => {
  const lists: Field[] = [
    { name: "name", kind: "text" },
    { name: "startsOn", kind: "date" },
    { name: "endsOn", kind: "date" },
  ];
  const propose = async (day: unknown) => ({
    name: `ab ${day}`,
    startsOn: day,
    endsOn: "2027-06-30",
  });
  serve(() => answered());
  const { person } = open({
    entity: undefined,
    parent: "/cycles",
    fields: lists,
    initial: { name: "2026 H2", startsOn: "2026-07-01", endsOn: "2026-12-31" },
    follows: { field: "startsOn", propose },
  });
  const input = (label: RegExp) => screen.getByLabelText<HTMLInputElement>(label);
  await person.clear(input(/^Name/));
  await person.type(input(/^Name/), "Anlauf");
  await person.clear(input(/^beginnt am/));
  await person.type(input(/^beginnt am/), "1.1.2027");
  await waitFor(() => expect(input(/^endet am/).value).toBe("30.06.2027"));
  await person.tab();
  expect(input(/^beginnt am/).value).toBe("01.01.2027");
  expect(input(/^Name/).value).toBe("Anlauf");
});

describe("a day in a form", () => {
  const dated: Field[] = [
    { name: "title", kind: "text", required: true },
    { name: "due", kind: "date" },
  ];
  const due = () => screen.getByLabelText<HTMLInputElement>("fällig am");

  it("is sent as the API writes it, and as none once it is cleared", async () => {
    const { asked, stored } = objectiveServer();
    const { person, again } = open({ fields: dated, entity: { ...objective, due: null } });
    await person.type(due(), "24.11.2026");
    await person.click(button("Speichern"));
    await closed();
    expect(asked.at(-1)?.body).toEqual({ due: "2026-11-24" });
    again(
      <EntityForm
        key="again"
        title="Objective"
        collection="/objectives"
        fields={dated}
        entity={{ ...stored, due: "2026-11-24" }}
        onClose={onClose}
      />,
    );
    expect(due().value).toBe("24.11.2026");
    await person.clear(due());
    await person.click(button("Speichern"));
    await waitFor(() => expect(asked.at(-1)?.body).toEqual({ due: null }));
  });

  it("is not sent as long as it is none: the field keeps what was typed, and says so", async () => {
    const { asked } = objectiveServer();
    const { person } = open({ fields: dated, entity: { ...objective, due: "2026-11-24" } });
    await person.clear(due());
    await person.type(due(), "32.11.{Enter}");
    await waitFor(() => expect(due().getAttribute("aria-invalid")).toBe("true"));
    await screen.findByText(/^32\.11\. ist kein Datum\. Richtig wäre zum Beispiel /);
    expect(due().value).toBe("32.11.");
    expect(asked.filter(({ method }) => method === "PATCH")).toEqual([]);
    await person.keyboard("{Escape}");
    expect(onClose).not.toHaveBeenCalled();
    expect(screen.getByText("Ihre Eingaben sind noch nicht gespeichert.")).toBeTruthy();
  });

  it("is compared with somebody else's even while it is being written", async () => {
    const { other } = objectiveServer();
    const { person } = open({ fields: dated, entity: { ...objective, due: "2026-11-24" } });
    other({ title: "Erstlieferant werden" });
    await person.clear(due());
    await person.type(due(), "25.11.2026{Enter}");
    await screen.findByText("25.11.2026");
    await person.type(due(), "{Backspace}");
    expect(screen.getByRole("cell", { name: "25.11.202" })).toBeTruthy();
  });
});

it.each([
  ["", "%"],
  ["Punkte", "Punkte"],
])("takes the per cent that is typed for its unit “%s”", async (before, after) => {
  await speak("de");
  const { person } = show(
    <EntityForm
      title="Key Result"
      collection="/key-results"
      parent={"/objectives/o/key-results" as never}
      fields={[
        { name: "target", kind: "number", unit: "unit" },
        { name: "weight", kind: "number" },
        { name: "unit", kind: "text" },
      ]}
      initial={{ unit: before }}
      onClose={() => {}}
    />,
  );
  await person.type(screen.getByLabelText(/^Gewicht/), "30 %");
  expect(screen.getByLabelText<HTMLInputElement>(/^Einheit/).value).toBe(before);
  await person.type(screen.getByLabelText("Zielwert"), "40 %");
  expect(screen.getByLabelText<HTMLInputElement>(/^Einheit/).value).toBe(after);
});
