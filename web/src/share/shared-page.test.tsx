// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import type { Schemas } from "../api/client";
import { answered, refused, serve } from "../testing/server";
import { show, speak } from "../testing/stage";
import { OfToken } from "./shared-page";

beforeEach(() => speak("de"));

const page: Schemas["OnePager"] = {
  audience: "management",
  organisation: "Brandt Antriebstechnik",
  account: "Teutonia",
  industry: "",
  today: "2026-11-24",
  vision: "Bevorzugter Partner",
  horizon: 2029,
  sentence: [],
  cycle: { name: "2026 H2", startsOn: "2026-09-21", endsOn: "2027-03-21", goals: [] },
  week: 10,
  weeks: 26,
  progress: 0.5,
  expected: 0.37,
  coming: [{ name: "2027 H1", startsOn: "2027-03-22", endsOn: "2027-09-19", goals: ["Rahmen"] }],
  objectives: [
    {
      title: "Lieferanteil erhöhen",
      customerGoal: "„Weniger Lieferanten“",
      state: "active",
      progress: 0.55,
      expected: 0.37,
      health: "on_track",
      measured: 1,
      total: 1,
      outdated: 0,
      pending: 0,
      forecast: null,
      outcome: {
        kind: "supply",
        name: "",
        unit: "%",
        decimals: 1,
        baseline: 40,
        now: 44,
        target: 50,
        estimated: false,
        course: [40, 42, 44],
      },
      keyResults: [
        {
          title: "Reklamationen senken",
          owner: "Katrin Vogt",
          initials: "KV",
          kind: "metric",
          unit: "Reklamationen",
          decimals: 1,
          computed: false,
          start: 12,
          value: 5,
          target: 4,
          lower: null,
          upper: null,
          falling: true,
          stage: null,
          stages: 0,
          stageTitle: "",
          progress: 0.875,
          expected: 0.37,
          health: "on_track",
          confidence: 7,
          sitesReached: null,
          sitesTotal: null,
        },
      ],
    },
  ],
  supply: {
    running: true,
    period: "quarter",
    startsOn: "2026-10-01",
    areas: ["Antriebe"],
    sites: [
      {
        name: "Lehrte",
        cells: [
          { share: 0.39, estimated: true, white: false },
          { share: 0.39, estimated: true, white: false },
        ],
      },
    ],
    totals: [
      { share: 0.5, estimated: false, white: false },
      { share: 0.4494, estimated: true, white: false },
    ],
  },
  signals: [{ title: "Nachlass in Oelde", priority: null, days: 18, overdue: true }],
  meetings: [{ kind: "check_in", plannedAt: "2026-11-26T09:00:00.000Z", place: "Gütersloh" }],
  questions: [],
  testimonials: [],
  team: ["Katrin Vogt", "Jonas Albers"],
  sponsor: "Dr. Stefan Rehberg",
};
const shared = (more: Partial<Schemas["OnePager"]> = {}): Schemas["SharedPage"] => ({
  language: "de",
  frozen: false,
  asOf: "2026-11-24T09:00:00.000Z",
  timeZone: "Europe/Berlin",
  from: "Katrin Vogt",
  expiresOn: "2026-12-24",
  page: { ...page, ...more },
});

it("shows how it stands, as of when and from whom", async () => {
  serve(() => answered(shared()));
  show(<OfToken token="t" />);
  await screen.findByRole("heading", { level: 1, name: "Teutonia" });
  for (const told of [
    "Lieferanteil erhöhen",
    "2026 H2 · Woche 10 von 26",
    "12 → 5 Reklamationen, Ziel 4",
    "Zuversicht 7",
    "Bevorzugter Partner",
    "Lieferanteil in %, Q4 2026",
    "≈44,9",
    "Nachlass in Oelde",
    "geteilt von Katrin Vogt",
  ])
    expect(screen.getAllByText(told, { exact: false }).length, told).toBeGreaterThan(0);
  expect(screen.getByText(/^Stand 24\.11\.2026/)).toBeTruthy();
  expect(screen.getByText(/Sponsor Dr\. Stefan Rehberg/)).toBeTruthy();
  expect(screen.queryByRole("link"), "it leads nowhere").toBeNull();
});

it("tells times by the clock of those whose page it is, and which that is", async () => {
  serve(() => answered({ ...shared(), timeZone: "Asia/Kolkata" }));
  show(<OfToken token="t" />);
  expect(await screen.findByText("Stand 24.11.2026, 14:30 GMT+5:30")).toBeTruthy();
  expect(screen.getByText("26.11.2026, 14:30 GMT+5:30 · Gütersloh")).toBeTruthy();
});

it("says of what is frozen that it is", async () => {
  serve(() => answered({ ...shared(), frozen: true }));
  show(<OfToken token="t" />);
  expect(await screen.findByText(/festgehalten$/)).toBeTruthy();
});

it("shows the customer what was agreed, and what they said", async () => {
  const customer = {
    ...page,
    audience: "customer" as const,
    objectives: page.objectives.map((one) => ({ ...one, keyResults: [] })),
    supply: null,
    signals: [],
    meetings: [],
    team: [],
    sponsor: "",
    vision: "",
    testimonials: [{ text: "Läuft ruhiger als alles davor.", site: "Gütersloh" }],
  };
  serve(() => answered(shared(customer)));
  show(<OfToken token="t" />);
  expect(await screen.findByText("Brandt Antriebstechnik für Teutonia")).toBeTruthy();
  expect(screen.getByText("Ihr Ziel: „Weniger Lieferanten“")).toBeTruthy();
  expect(screen.getByText("21.09.2026 bis 21.03.2027")).toBeTruthy();
  expect(screen.getByText("Läuft ruhiger als alles davor.")).toBeTruthy();
  for (const hidden of [/Fortschritt/, /Zuversicht/, /Wartet auf Antwort/, /im Plan/, /Termin/])
    expect(screen.queryByText(hidden)).toBeNull();
});

it("stands where there is nothing yet", async () => {
  serve(() =>
    answered(
      shared({ cycle: null, coming: [], objectives: [], supply: null, signals: [], meetings: [] }),
    ),
  );
  show(<OfToken token="t" />);
  expect(await screen.findByText("Noch ist kein Zyklus geplant.")).toBeTruthy();
  expect(screen.getByText("Noch ist kein Termin geplant.")).toBeTruthy();
});

it("speaks the link's language, and leaves the browser's as it was", async () => {
  serve(() => answered({ ...shared(), language: "en" }));
  show(<OfToken token="t" />);
  expect(await screen.findByText("shared by Katrin Vogt")).toBeTruthy();
  expect(document.documentElement.lang).toBe("en");
  expect(localStorage.getItem("takt-language")).toBeNull();
});

it("asks for the password, says when it is another one, and shows the page", async () => {
  const asked = serve(({ method, body }) =>
    method === "GET"
      ? refused(401, "password_wanted")
      : body.password === "Zahnrad"
        ? answered(shared())
        : refused(401, "wrong_link_password"),
  );
  const { person } = show(<OfToken token="t" />);
  const password = await screen.findByLabelText("Passwort");
  await person.type(password, "Welle{Enter}");
  expect(await screen.findByText("Das ist nicht das Passwort dieses Links.")).toBeTruthy();
  await person.clear(password);
  await person.type(password, "Zahnrad{Enter}");
  expect(await screen.findByRole("heading", { level: 1, name: "Teutonia" })).toBeTruthy();
  const opened = asked.filter(({ path }) => path === "/shared/t");
  expect(opened.map(({ method, path }) => `${method} ${path}`)).toEqual([
    "GET /shared/t",
    "POST /shared/t",
    "POST /shared/t",
  ]);
});

it.each([
  ["link_over", "Diese Seite gibt es nicht mehr"],
  ["link_expired", "Dieser Link ist abgelaufen"],
])("says where a link leads no more: %s", async (code, title) => {
  serve(() => refused(404, code));
  show(<OfToken token="t" />);
  expect(await screen.findByRole("heading", { level: 1, name: title })).toBeTruthy();
});
