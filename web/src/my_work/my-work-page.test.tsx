// @vitest-environment happy-dom
import { screen, waitFor, within } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Schemas } from "../api/client";
import { type Asked, answered, refused, serve } from "../testing/server";
import { show, speak } from "../testing/stage";
import { dayPart, firstName, formatNearDay } from "./day-words";
import MyWorkPage from "./my-work-page";
import type { MyWork } from "./my-work-query";

const address = vi.hoisted(() => ({ account: undefined as string | undefined, went: vi.fn() }));

interface Way {
  to: string;
  params?: Record<string, string>;
  hash?: string;
  children: ReactNode;
  "aria-label"?: string;
}

/** Where a link leads, without a router. */
function Anchor({ to, params = {}, hash, children, "aria-label": label }: Way) {
  const path = to.replace(/\$(\w+)/g, (_, name) => params[name] ?? "");
  return (
    <a href={hash ? `${path}#${hash}` : path} aria-label={label}>
      {children}
    </a>
  );
}

vi.mock("@tanstack/react-router", async (original) => ({
  ...(await original<object>()),
  Link: (way: Way) => <Anchor {...way} />,
  useSearch: () => ({ account: address.account }),
  useNavigate: () => address.went,
}));
vi.mock("../app/link-button", () => ({ LinkButton: (way: Way) => <Anchor {...way} /> }));

const today = "2026-11-24";

const duty = (more: Partial<Schemas["Duty"]>): Schemas["Duty"] => ({
  kind: "action",
  account: "a",
  accountName: "Teutonia",
  id: "q",
  version: 3,
  keyResult: null,
  title: "Zugang beantragen",
  due: "2026-11-28",
  daysOverdue: -4,
  signal: null,
  meeting: null,
  cycleState: null,
  ...more,
});

const keyResult = (more: object = {}, id = "k") =>
  ({
    accountName: "Kessler",
    view: {
      keyResult: {
        id,
        account: "b",
        title: "Reklamationen sinken",
        kind: "metric",
        unit: "",
        start: 10,
        target: 0,
        follows: "check_ins",
        stages: [],
      },
      start: 10,
      value: 5,
      falling: true,
      decimals: 1,
      stage: null,
      progress: 0.5,
      expected: 0.57,
      health: "on_track",
      confidence: 7,
      daysSilent: 6,
      nextCheckIn: "2026-11-30",
      ...more,
    },
  }) as unknown as Schemas["OwnKeyResult"];

const nothing: MyWork = {
  today,
  accounts: [
    { id: "a", name: "Teutonia", writes: true },
    { id: "b", name: "Kessler", writes: true },
  ],
  duties: [],
  keyResults: [],
  awaited: [],
  meetings: [],
  questions: [],
  contacts: [],
  nextDue: null,
};

function open(
  work: Partial<MyWork>,
  answer?: (asked: Asked) => Response | Promise<Response> | undefined,
) {
  const asked = serve((request) => {
    const own = answer?.(request);
    if (own) return own;
    if (request.path === "/my-work/sentence") return answered([]);
    return request.path === "/my-work/page"
      ? answered({ ...nothing, ...work })
      : answered({
          user: { id: "u", name: "Katrin Vogt", language: "de" },
          today,
          dayEnds: new Date(Date.now() + 3_600_000).toISOString(),
          timeZone: "UTC",
          csrf: "x",
        });
  });
  return { asked, ...show(<MyWorkPage />) };
}

const group = (name: string) => screen.findByRole("region", { name });

beforeEach(async () => {
  address.account = undefined;
  address.went.mockClear();
  await speak("de");
});

describe("the sentence above what one owes", () => {
  const late = { duties: [duty({})] };
  const sentence = (answer: Response | Promise<Response>) =>
    open(late, ({ path }) => (path === "/my-work/sentence" ? answer : undefined));

  it("is there before that is shown, so that nothing is pushed down", async () => {
    let tell = () => {};
    const { asked } = sentence(new Promise((resolve) => (tell = () => resolve(answered([])))));
    await waitFor(() => expect(asked.map(({ path }) => path)).toContain("/my-work/page"));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(screen.queryByRole("heading", { level: 1 })).toBeNull();
    tell();
    expect(await screen.findByRole("heading", { level: 1 })).toBeTruthy();
  });

  it("is left out where it can't be told", async () => {
    sentence(refused(422, "invalid"));
    expect(await screen.findByRole("heading", { level: 1 })).toBeTruthy();
  });
});

it("what is overdue comes before what is due this week, and that before what has time", async () => {
  open({
    duties: [
      duty({
        kind: "signal",
        id: "s",
        title: "Preisnachlass in Oelde",
        daysOverdue: 4,
        signal: { priority: { score: 12, band: "medium" }, nature: "threat", days: 18 },
      }),
      duty({}),
      duty({ id: "later", title: "Ohne Tag", due: null, daysOverdue: -1000 }),
    ],
  });
  const late = await group("Überfällig");
  expect(late.textContent).toContain("Signal · Gefahr · seit 18 Tagen ohne Antwort");
  expect(within(late).getByRole("img", { name: /^Priorität 12/ })).toBeTruthy();
  expect(
    within(late)
      .getByRole("link", { name: "Antworten: Preisnachlass in Oelde" })
      .getAttribute("href"),
  ).toBe("/accounts/a/signals#s");
  expect((await group("Diese Woche")).textContent).toContain("Maßnahme · fällig Sa 28.11.");
  expect((await group("Später")).textContent).toContain("Ohne Tag");
  expect(screen.getByText("Dienstag, 24. November.")).toBeTruthy();
});

it("a signal that nobody has judged is assessed first", async () => {
  open({
    duties: [duty({ kind: "signal", signal: { priority: null, nature: null, days: 5 } })],
  });
  const week = await group("Diese Woche");
  expect(within(week).getByRole("link", { name: /^Bewerten/ })).toBeTruthy();
  expect(week.textContent).toContain("seit 5 Tagen · noch nicht bewertet");
});

it("a meeting says what its team lacks, a cycle that is over leads to its review", async () => {
  open({
    duties: [
      duty({ kind: "cycle", id: "c", title: "2026 H2", daysOverdue: 3, cycleState: "active" }),
      duty({
        kind: "meeting",
        id: "m",
        title: "",
        due: "2026-11-26",
        daysOverdue: -2,
        meeting: {
          kind: "check_in",
          state: "planned",
          plannedAt: "2026-11-26T09:00:00.000Z",
          silent: 1,
          waiting: 2,
        },
      }),
    ],
  });
  const week = await group("Diese Woche");
  expect(within(week).getByText("Check-in-Meeting vorbereiten").getAttribute("href")).toBe(
    "/meetings/m",
  );
  expect(week.textContent).toContain(
    "Do 26.11., 09:00 · 1 Key Result ohne frischen Check-in · 2 Signale warten auf Antwort",
  );
  const late = await group("Überfällig");
  expect(late.textContent).toContain("seit 3 Tagen zu Ende");
  expect(within(late).getByText("Auf 2026 H2 zurückblicken").getAttribute("href")).toBe(
    "/cycles/c/review",
  );
});

it("a question that I ask is mine, with the way to where it is answered", async () => {
  open({
    duties: [
      duty({ kind: "question", title: "Wer entscheidet?", daysOverdue: 2 }),
      duty({ kind: "key_result", id: "k", title: "Stufe erreichen", daysOverdue: -1000 }),
    ],
  });
  const late = await group("Überfällig");
  expect(late.textContent).toContain("offene Frage · seit 2 Tagen überfällig");
  expect(
    within(late)
      .getByRole("link", { name: /^Zur Frage/ })
      .getAttribute("href"),
  ).toBe("/accounts/a/questions#q");
  const unminded = await group("Darauf achtet niemand");
  expect(unminded.textContent).toContain("Stufe erreichen");
  expect(unminded.textContent).not.toContain("Wer entscheidet?");
});

it("an action is done at one press and taken back at another", async () => {
  const { asked, person } = open({ duties: [duty({})] }, ({ method, body }) =>
    method === "PATCH" ? answered({ id: "q", version: body.doneOn ? 4 : 5 }) : undefined,
  );
  await person.click(await screen.findByRole("button", { name: "Erledigt: Zugang beantragen" }));
  await person.click(await screen.findByRole("button", { name: "Rückgängig" }));
  const written = asked.filter(({ method }) => method === "PATCH");
  expect(written).toMatchObject([
    { path: "/actions/q", version: 3, body: { doneOn: today } },
    { path: "/actions/q", version: 4, body: { doneOn: null } },
  ]);
});

it("whoever does not write the plan ticks nothing off", async () => {
  open({
    accounts: [{ id: "a", name: "Teutonia", writes: false }],
    duties: [duty({})],
    keyResults: [keyResult()],
  });
  await group("Diese Woche");
  expect(screen.queryByRole("button", { name: /Erledigt|Check-in/ })).toBeNull();
});

it("my key results say where they stand and when they are to be told of", async () => {
  open({ keyResults: [keyResult(), keyResult({ nextCheckIn: "2026-11-20" }, "l")] });
  const [due, missed] = within(await group("Ihre Key Results")).getAllByRole("listitem");
  expect(due?.textContent).toContain(
    "10 → 5, Ziel 0 · Zuversicht 7 · vor 6 Tagen · nächster Mo 30.11.",
  );
  expect(due?.textContent).toContain("im Plan");
  expect(missed?.textContent).not.toContain("nächster");
});

it("whom I wait for is named, with how long", async () => {
  open({
    awaited: [
      {
        duty: duty({ kind: "check_in", keyResult: "k", title: "Weitere Standorte" }),
        person: "Jonas Albers",
        daysSilent: 19,
      },
      {
        duty: duty({ id: "x", title: "Oelde klären", due: "2026-11-19", daysOverdue: 5 }),
        person: "Jonas Albers",
        daysSilent: null,
      },
    ],
  });
  const [silent, late] = within(await group("Sie warten auf andere")).getAllByRole("listitem");
  expect(silent?.textContent).toContain("Check-in: Weitere Standorte");
  expect(silent?.textContent).toContain("Jonas Albers · seit 19 Tagen still");
  expect(late?.textContent).toContain("fällig war Do 19.11.");
});

it("one account's work is shown where the address names it", async () => {
  address.account = "b";
  const { person } = open({
    duties: [duty({}), duty({ id: "other", account: "b", title: "In Kassel" })],
  });
  const week = await group("Diese Woche");
  expect(week.textContent).toContain("In Kassel");
  expect(week.textContent).not.toContain("Zugang beantragen");
  await person.click(screen.getByRole("radio", { name: "Alle Kunden" }));
  expect(address.went).toHaveBeenCalledWith({
    to: "/my-work",
    search: { account: undefined },
    replace: true,
  });
});

it("an account that is not mine narrows nothing", async () => {
  address.account = "gone";
  open({ duties: [duty({})] });
  expect((await group("Diese Woche")).textContent).toContain("Zugang beantragen");
});

it("where nothing is open it says when something will be", async () => {
  open({ nextDue: "2026-11-30" });
  expect(await screen.findByText("Nichts offen")).toBeTruthy();
  expect(screen.getByText("Als Nächstes ist am Mo 30.11. etwas fällig.")).toBeTruthy();
});

it("leads to the plan where nothing is open, but no cycle runs in the only account", async () => {
  const cycles: object[] = [];
  const accounts = [{ id: "a", name: "Teutonia", writes: true }];
  open({ accounts }, ({ path }) =>
    path === "/accounts/a/cockpit" ? answered({ cycles }) : undefined,
  );
  const way = await screen.findByText("Zyklus planen");
  expect(way.getAttribute("href")).toBe("/accounts/a/cycle");
});

it("of many questions the first are shown, and the others on demand", async () => {
  const { person } = open({
    questions: Array.from({ length: 7 }, (_, index) => ({
      id: `q${index}`,
      account: "a",
      accountName: "Teutonia",
      text: `Frage ${index}`,
      contactName: index ? "" : "Martin Klose",
      contactFunction: index ? "" : "Leiter Qualität",
      askBy: null,
      askedOn: index ? "2026-11-18" : null,
    })),
  });
  const ask = await group("Beim nächsten Besuch fragen");
  expect(ask.textContent).toContain("Martin Klose, Leiter Qualität · noch nie gefragt");
  expect(ask.textContent).toContain("Teutonia · zuletzt am Mi 18.11.");
  expect(within(ask).getAllByRole("listitem")).toHaveLength(5);
  await person.click(within(ask).getByRole("button", { name: "2 weitere" }));
  expect(within(ask).getAllByRole("listitem")).toHaveLength(7);
});

it("greets by the time of day and the first name", async () => {
  expect(dayPart(Date.parse("2026-11-24T07:00:00Z"))).toBe("morning");
  expect(dayPart(Date.parse("2026-11-24T13:00:00Z"))).toBe("day");
  expect(dayPart(Date.parse("2026-11-24T22:00:00Z"))).toBe("evening");
  expect(dayPart(Date.parse("2026-11-24T02:00:00Z"))).toBe("evening");
  expect(firstName("Dr. Anke Feldmann")).toBe("Anke");
  expect(formatNearDay("2026-11-26")).toBe("Do 26.11.");
  open({});
  expect((await screen.findByRole("heading", { level: 1 })).textContent).toMatch(
    /^Guten (Morgen|Tag|Abend), Katrin$/,
  );
  expect(document.title).toBe("Meine Arbeit · Takt");
});
