import { DOMParser } from "@xmldom/xmldom";
import PizZip from "pizzip";
import type { Schemas } from "../api/client";
import type { OnePager } from "./values";

type Clause = Schemas["Clause"];

export const clauseOf = (kind: Clause["kind"], more: Partial<Clause> = {}): Clause => ({
  kind,
  severity: "plain",
  place: null,
  of: null,
  in: null,
  name: "",
  count: 0,
  total: 0,
  days: 0,
  value: null,
  before: null,
  target: null,
  estimated: false,
  day: null,
  health: null,
  ...more,
});

export const keyResultOf = (
  more: Partial<Schemas["OnePagerKeyResult"]> = {},
): Schemas["OnePagerKeyResult"] => ({
  title: "3 Kundenstimmen aus Gütersloh",
  owner: "Meike Brandt",
  initials: "MB",
  kind: "metric",
  unit: "Stimmen",
  decimals: 0,
  computed: false,
  falling: false,
  start: 0,
  value: 3,
  target: 4,
  lower: null,
  upper: null,
  stage: null,
  stages: 0,
  stageTitle: "",
  progress: 0.75,
  expected: 0.37,
  health: "on_track",
  confidence: 7,
  sitesReached: null,
  sitesTotal: null,
  ...more,
});

const noOutcome: Schemas["OnePagerOutcome"] = {
  kind: "none",
  name: "",
  unit: "",
  decimals: 1,
  baseline: null,
  now: null,
  target: null,
  estimated: false,
  course: [],
};

export const objectiveOf = (
  more: Partial<Schemas["OnePagerObjective"]> = {},
): Schemas["OnePagerObjective"] => ({
  title: "Lieferanteil auf 50 % erhöhen",
  customerGoal: "Zwei statt sieben Antriebslieferanten",
  state: "active",
  progress: 0.55,
  expected: 0.37,
  health: "on_track",
  measured: 3,
  total: 4,
  outdated: 1,
  pending: 0,
  forecast: { low: 0.6, likely: 0.7, high: 0.85, chance: 0.4, reachedInDays: null },
  outcome: noOutcome,
  keyResults: [keyResultOf()],
  ...more,
});

/** An account before anything happened. */
export const empty: OnePager = {
  audience: "management",
  organisation: "Brandt Antriebstechnik GmbH",
  account: "Teutonia Hausgeräte SE",
  industry: "Hausgeräte",
  today: "2026-11-24",
  vision: "",
  horizon: null,
  sentence: [clauseOf("no_cycle")],
  cycle: null,
  week: 0,
  weeks: 0,
  progress: null,
  expected: null,
  coming: [],
  objectives: [],
  supply: null,
  signals: [],
  meetings: [],
  questions: [],
  testimonials: [],
  team: ["Katrin Vogt"],
  sponsor: "",
};

/** An account as it was drawn. */
export const rich: OnePager = {
  ...empty,
  vision: "Teutonia baut keine Plattform mehr, ohne uns zuerst zu fragen.",
  horizon: 2029,
  sentence: [
    clauseOf("progress", { value: 0.55, target: 0.37, count: 4, total: 4 }),
    clauseOf("share_rose", { value: 0.44, before: 0.4, target: 0.5 }),
    clauseOf("roll_out_silent", { severity: "warn", days: 19 }),
    clauseOf("signals_overdue", { severity: "bad", count: 1 }),
  ],
  cycle: {
    name: "Zyklus 2026/2",
    startsOn: "2026-09-18",
    endsOn: "2027-03-17",
    goals: ["In allen sechs Werken gelistet"],
  },
  week: 10,
  weeks: 26,
  progress: 0.55,
  expected: 0.37,
  coming: [{ name: "Zyklus 2027/1", startsOn: "2027-03-18", endsOn: "2027-09-17", goals: [] }],
  objectives: [
    objectiveOf({
      outcome: {
        kind: "supply",
        name: "Lieferanteil",
        unit: "%",
        decimals: 1,
        baseline: 34,
        now: 44,
        target: 50,
        estimated: false,
        course: [34, 35, 32.5, 31, 34, 37.5, 41, 44],
      },
      keyResults: [
        keyResultOf({
          title:
            "Der strategische Einkauf kennt unsere Kostenvorteile aus der Lieferantenstraffung und listet uns für a und b als Hauptlieferant",
          owner: "Katrin Vogt",
          kind: "stages",
          unit: "",
          value: null,
          target: null,
          stage: 3,
          stages: 6,
          stageTitle: "Angebot verhandelt",
          progress: 0.7,
        }),
        keyResultOf(),
        keyResultOf({
          title:
            "An den weiteren 5 Standorten wissen alle Besteller Bescheid: die ersten 10 Bestellungen sind da",
          owner: "Jonas Albers",
          unit: "Bestellungen",
          value: 2,
          target: 10,
          progress: 0.2,
          health: "outdated",
          confidence: null,
        }),
      ],
    }),
    objectiveOf({
      title: "Partner für die Plattform 2028, bevor die Ausschreibung kommt",
      progress: 0.54,
      health: "behind",
      forecast: null,
      keyResults: [
        keyResultOf({
          title: "Bei 12 Anforderungen der Spezifikation haben wir mitgeschrieben",
          owner: "Jonas Albers",
          unit: "Anforderungen",
          value: 3,
          target: 12,
          progress: 0.25,
          health: "behind",
        }),
      ],
    }),
  ],
  supply: {
    period: "quarter",
    startsOn: "2026-10-01",
    running: false,
    areas: ["Antriebe", "Steuerungen", "Dichtungen"],
    sites: [
      {
        name: "Gütersloh",
        cells: [
          { share: 0.62, estimated: false, white: false },
          { share: 0.7, estimated: true, white: false },
          { share: null, estimated: false, white: false },
          { share: 0.64, estimated: true, white: false },
        ],
      },
      {
        name: "Oelde",
        cells: [
          { share: 0.21, estimated: false, white: false },
          { share: 0, estimated: false, white: true },
          { share: 0.08, estimated: false, white: false },
          { share: 0.15, estimated: false, white: false },
        ],
      },
    ],
    totals: [
      { share: 0.48, estimated: false, white: false },
      { share: 0.41, estimated: true, white: false },
      { share: 0.08, estimated: false, white: false },
      { share: 0.44, estimated: true, white: false },
    ],
  },
  signals: [
    {
      title: "Nordmotor bietet in Oelde 8 % Nachlass",
      priority: { score: 20, band: "high" },
      days: 18,
      overdue: true,
    },
  ],
  meetings: [
    { kind: "check_in", plannedAt: "2026-11-26T08:00:00Z", place: "Raum Gütersloh" },
    { kind: "cycle", plannedAt: "2027-03-10T08:00:00Z", place: "" },
  ],
  team: ["Katrin Vogt", "Jonas Albers", "Meike Brandt"],
  sponsor: "Dr. Ute Hansen",
};

/** What a customer is told: the server leaves out the rest. */
export const forCustomer: OnePager = {
  ...empty,
  audience: "customer",
  sentence: [],
  cycle: rich.cycle,
  week: 10,
  weeks: 26,
  objectives: rich.objectives.map(({ title, customerGoal, state }) => ({
    ...objectiveOf({ title, customerGoal, state }),
    progress: null,
    expected: 0,
    health: "pending",
    measured: 0,
    total: 0,
    outdated: 0,
    forecast: null,
    keyResults: [],
  })),
  testimonials: [
    {
      text: "Seit der Bemusterung steht die Linie nicht mehr. Wir haben nichts anderes erwartet, aber auch nichts anderes gekannt.",
      site: "Gütersloh",
    },
    { text: "Die Umstellung war an einem Wochenende erledigt.", site: "" },
  ],
  team: [],
};

/** Every part of a file by its name; throws where one is not well-formed. */
export function partsOfFile(file: Uint8Array): Map<string, string> {
  const zip = new PizZip(file);
  const parts = new Map<string, string>();
  for (const [name, entry] of Object.entries(zip.files)) {
    if (entry.dir || !/\.(xml|rels)$/.test(name)) continue;
    const text = entry.asText();
    const onError = (level: string, message: string) => {
      throw new Error(`${name}: ${level} ${message}`);
    };
    new DOMParser({ onError }).parseFromString(text, "text/xml");
    parts.set(name, text);
  }
  return parts;
}

/** What stands in the texts of a slide, one after the other. */
export const textsOf = (slide: string): string[] =>
  [...new DOMParser().parseFromString(slide, "text/xml").getElementsByTagName("a:t")].map((one) =>
    (one.textContent ?? "").replaceAll("\u00a0", " "),
  );

/** The same account with texts that a file may not hold, or that look like a part of it. */
export function hostile(of: OnePager): OnePager {
  const text = `Acme & Söhne <GmbH> "' ]]> {{organisation}} 👩‍🏭\u000b\u0000\ufffe\ud800 &amp; <a:t>`;
  const all = <T>(value: T): T => {
    if (Array.isArray(value)) return value.map(all) as T;
    if (typeof value !== "object" || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, one]) => [
        key,
        typeof one === "string" && told.has(key) ? text : all(one),
      ]),
    ) as T;
  };
  return { ...all(of), team: [text], organisation: text };
}
const told = new Set(
  "account title customerGoal name owner text place site stageTitle unit vision industry sponsor".split(
    " ",
  ),
);

const relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const types = "application/vnd.openxmlformats-officedocument.presentationml";

/** The least that is a presentation, with these shapes on its slides; the files are named from the back. */
export function slideFile(...slides: string[]): Uint8Array<ArrayBuffer> {
  const zip = new PizZip();
  const fileOf = (at: number) => `slides/slide${slides.length - at}.xml`;
  const overrides = slides.map(
    (_, at) => `<Override PartName="/ppt/${fileOf(at)}" ContentType="${types}.slide+xml"/>`,
  );
  zip.file(
    "[Content_Types].xml",
    `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/ppt/presentation.xml" ContentType="${types}.presentation.main+xml"/>${overrides.join("")}</Types>`,
  );
  zip.file(
    "_rels/.rels",
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relationships}/officeDocument" Target="ppt/presentation.xml"/></Relationships>`,
  );
  const names = 'xmlns:p="http://p" xmlns:a="http://a" xmlns:r="http://r"';
  zip.file(
    "ppt/presentation.xml",
    `<p:presentation ${names}><p:sldIdLst>${slides.map((_, at) => `<p:sldId id="${256 + at}" r:id="rId${at}"/>`).join("")}</p:sldIdLst></p:presentation>`,
  );
  zip.file(
    "ppt/_rels/presentation.xml.rels",
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${slides.map((_, at) => `<Relationship Id="rId${at}" Type="${relationships}/slide" Target="${fileOf(at)}"/>`).join("")}</Relationships>`,
  );
  for (const [at, shapes] of slides.entries())
    zip.file(
      `ppt/${fileOf(at)}`,
      `<p:sld ${names}><p:cSld><p:spTree>${shapes}</p:spTree></p:cSld></p:sld>`,
    );
  return zip.generate({ type: "uint8array" }) as Uint8Array<ArrayBuffer>;
}
