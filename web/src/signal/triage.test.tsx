// @vitest-environment happy-dom
import { screen, waitFor, within } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Schemas } from "../api/client";
import { answered, refused, serve } from "../testing/server";
import { show, speak } from "../testing/stage";
import { scaleOf } from "./response-line";
import type { SignalView } from "./signal-card";
import { SignalList } from "./signal-list";
import { fits, freshFirst, signalSearch } from "./signal-search";
import { TriagePanel } from "./triage-panel";

vi.mock("@tanstack/react-router", async (original) => ({
  ...(await original<object>()),
  Link: ({ children }: { children: ReactNode }) => <a href="/">{children}</a>,
  useNavigate: () => () => Promise.resolve(),
}));

const signalView = (
  id: string,
  signal: Partial<Schemas["Signal"]> = {},
  view: Partial<SignalView> = {},
) =>
  ({
    signal: {
      id,
      account: "a",
      version: 1,
      createdAt: "2026-11-20T09:00:00.000Z",
      recordedBy: "k",
      state: "assessed",
      title: `Signal ${id}`,
      detail: "",
      source: "news",
      theme: "other",
      nature: "threat",
      impact: 2,
      likelihood: 2,
      observedOn: null,
      actBy: null,
      watchUntil: null,
      marketSignal: null,
      evidence: [],
      tags: [],
      answeredAt: null,
      ...signal,
    },
    priority: null,
    waits: true,
    overdue: false,
    days: 4,
    answerBy: "2026-12-04",
    responseDays: null,
    responses: [],
    similar: [],
    ...view,
  }) as unknown as SignalView;

const cockpit = {
  cycles: [],
  cycle: null,
  objectives: [],
  team: [],
  productAreas: [],
  sites: [],
  kpis: [],
  goals: [],
};

beforeEach(() => speak());

describe("the order and choice of signals", () => {
  it("puts first what nobody has looked at, the latest of it first", () => {
    const views = [
      signalView("late", { state: "new" }, { overdue: true }),
      signalView("judged"),
      signalView("older", { state: "new", createdAt: "2026-11-21T09:00:00.000Z" }),
      signalView("newest", { state: "new", createdAt: "2026-11-22T09:00:00.000Z" }),
    ];
    expect(freshFirst(views, (view) => view).map(({ signal }) => signal.id)).toEqual([
      "newest",
      "older",
      "late",
      "judged",
    ]);
  });

  it("leaves out what has not the theme and the tag of the address", () => {
    const view = signalView("x", { theme: "merger", tags: ["Oelde"] });
    expect(fits(view, signalSearch({ theme: "merger", tag: "Oelde" }))).toBe(true);
    expect(fits(view, signalSearch({ theme: "nearshoring" }))).toBe(false);
    expect(fits(view, signalSearch({ tag: "Lehrte" }))).toBe(false);
    expect(signalSearch({ theme: "no theme", view: "no view" })).toEqual({});
  });
});

describe("a list of signals", () => {
  it("says how long each waits or waited, and by when it is to be answered", () => {
    serve(() => answered({ entries: [] }));
    const views = [
      signalView("late", {}, { overdue: true, days: 18, answerBy: "2026-11-20" }),
      signalView(
        "done",
        { state: "answered", answeredAt: "2026-11-22T09:00:00.000Z" },
        {
          waits: false,
          answerBy: null,
          responseDays: 2,
          responses: [{ id: "r", kind: "action" } as Schemas["Response"]],
        },
      ),
    ];
    const triage = { beside: true, chosen: views[0], choose: vi.fn(), walk: vi.fn() };
    show(<SignalList views={views} scale={scaleOf(views, "2026-11-24")} triage={triage} />);
    const [late, done] = screen.getAllByRole("listitem") as [HTMLElement, HTMLElement];
    expect(late.textContent).toContain("18 Tage offen");
    expect(late.textContent).toContain("Antwort bis 20.11.");
    expect(done.textContent).toContain("nach 2 Tagen");
    expect(done.textContent).toContain("Maßnahme");
    expect(within(late).getByRole("button").getAttribute("aria-current")).toBe("true");
  });
});

describe("one signal after the other", () => {
  const two = [signalView("one"), signalView("two")];
  const open = (respond: Parameters<typeof serve>[0], views = two, plan: object = cockpit) => {
    const asked = serve((request) =>
      request.path.includes("/cockpit")
        ? answered(plan)
        : request.method === "GET"
          ? answered({ entries: [] })
          : respond(request),
    );
    const choose = vi.fn();
    const triage = { beside: true, chosen: views[0], choose, walk: vi.fn() };
    const { person } = show(<TriagePanel views={views} triage={triage} />);
    return { asked: () => asked.filter(({ method }) => method !== "GET"), choose, person };
  };

  const dismiss = async (person: ReturnType<typeof show>["person"]) => {
    await person.click(screen.getByText("Verwerfen").closest("button") as HTMLElement);
    await person.type(await screen.findByLabelText("Warum?"), "ja");
    await person.click(screen.getByText("Speichern").closest("button") as HTMLElement);
  };

  it("is assessed by one press that says impact and likelihood, two presses after one another", async () => {
    let version = 1;
    const { asked, person } = open(({ body }) => {
      version += 1;
      return answered({ ...two[0]?.signal, ...body, version });
    });
    await person.click(screen.getByLabelText("Auswirkung 4, Wahrscheinlichkeit 5"));
    await person.click(screen.getByText("Chance und Gefahr"));
    await waitFor(() => expect(asked()).toHaveLength(2));
    expect(asked()).toEqual([
      { method: "PATCH", path: "/signals/one", body: { impact: 4, likelihood: 5 }, version: 1 },
      { method: "PATCH", path: "/signals/one", body: { nature: "both" }, version: 2 },
    ]);
  });

  it("takes an assessment back to what it was", async () => {
    let version = 1;
    const { asked, person } = open(({ body }) => {
      version += 1;
      return answered({ ...two[0]?.signal, ...body, version });
    });
    await person.click(screen.getByLabelText("Auswirkung 4, Wahrscheinlichkeit 5"));
    await screen.findByText("„Signal one“ bewertet.");
    await person.click(screen.getByText("Rückgängig").closest("button") as HTMLElement);
    await waitFor(() => expect(asked()).toHaveLength(2));
    expect(asked()[1]).toMatchObject({
      method: "PATCH",
      body: { nature: "threat", impact: 2, likelihood: 2 },
      version: 2,
    });
  });

  it("takes a changed key result for an answer only once something is changed", async () => {
    const stages = [
      { title: "offen", degree: 0 },
      { title: "gelistet", degree: 100 },
    ];
    const keyResult = {
      ...{ id: "k", account: "a", version: 1, title: "10 Bestellungen", kind: "stages", stages },
      ...{ follows: "check_ins", owner: null, weight: null, due: null, dependsOn: null },
      ...{ state: "active", unit: "" },
    };
    const objective = { id: "o", title: "Lieferanteil heben" };
    const planned = {
      ...cockpit,
      cycles: [{ cycle: { id: "c", state: "planning" } }],
      cycle: "c",
      objectives: [{ objective, keyResults: [{ keyResult }] }],
    };
    const { asked, person } = open(
      ({ body }) => answered({ ...keyResult, ...body, id: "k", version: 2 }),
      two,
      planned,
    );
    const way = await screen.findByText("Key Result ändern");
    await person.click(way.closest("button") as HTMLElement);
    // Key results stand below the objective that they belong to.
    expect(
      await screen.findByText("Lieferanteil heben", { selector: ".mantine-Menu-label" }),
    ).toBeTruthy();
    await person.click(await screen.findByText("10 Bestellungen"));
    const save = (await screen.findByText("Speichern")).closest("button") as HTMLElement;
    await person.click(save);
    expect(await screen.findByText(/^Noch ist nichts geändert/)).toBeTruthy();
    expect(asked()).toEqual([]);
  });

  it("goes on to the next once dismissed, says so, and takes it back", async () => {
    const { asked, choose, person } = open(({ method, body }) =>
      method === "POST"
        ? answered({ ...body, id: "r", version: 1 })
        : answered({ id: "r", version: 2 }),
    );
    await dismiss(person);
    await waitFor(() => expect(choose).toHaveBeenCalledWith("two"));
    expect(asked()[0]).toMatchObject({
      path: "/signals/one/responses",
      body: { kind: "dismiss", reason: "ja" },
    });
    const said = await screen.findByText("„Signal one“ verworfen.");
    expect(said).toBeTruthy();
    await person.click(screen.getByText("Rückgängig").closest("button") as HTMLElement);
    await waitFor(() => expect(asked()).toHaveLength(2));
    expect(asked()[1]).toMatchObject({ method: "DELETE", path: "/responses/r", version: 1 });
  });

  it("lets an answer be taken back later, too", async () => {
    const response = { id: "r", version: 1, kind: "action", createdAt: "2026-11-21T09:00:00.000Z" };
    const done = signalView(
      "one",
      { state: "answered" },
      { waits: false, responses: [response as unknown as Schemas["Response"]] },
    );
    const { asked, person } = open(() => answered({ ...response, version: 2 }), [done]);
    await person.click(screen.getByText("Antwort zurücknehmen").closest("button") as HTMLElement);
    await waitFor(() => expect(asked()).toHaveLength(1));
    expect(asked()[0]).toMatchObject({ method: "DELETE", path: "/responses/r", version: 1 });
    expect(await screen.findByText(/^Antwort auf „Signal one“ zurückgenommen/)).toBeTruthy();
  });

  it("stays where the answer is refused", async () => {
    const { asked, choose, person } = open(() => refused(409, "archived"));
    await dismiss(person);
    await waitFor(() => expect(asked()).toHaveLength(1));
    // It says why, and what was typed is still there to be mended.
    expect((await screen.findByRole("alert")).textContent).not.toBe("");
    expect((screen.getByLabelText("Warum?") as HTMLTextAreaElement).value).toBe("ja");
    expect(choose).not.toHaveBeenCalled();
    expect(screen.queryAllByText("„Signal one“ verworfen.")).toHaveLength(0);
  });
});
