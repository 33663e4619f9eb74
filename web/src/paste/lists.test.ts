// @vitest-environment happy-dom
import { beforeEach, expect, it } from "vitest";
import { speak } from "../testing/stage";
import { areaColumns, judgeAreas } from "./area-rows";
import { type Column, hasHead, mappingOf } from "./columns";
import { contactColumns, judgeContacts } from "./contact-rows";
import { goalColumns, judgeGoals } from "./goal-rows";
import { arrangeMember, judgeMembers, memberColumns } from "./member-rows";
import { judgeSites, siteColumns } from "./site-rows";
import { readTable } from "./table";
import { type Judge, PastedRow } from "./verdict";

beforeEach(() => speak("de"));

function judge<T>(
  text: string,
  columns: Column[],
  by: Judge<T>,
  arrange = (cells: readonly string[]) => cells,
) {
  const read = readTable(text).rows;
  const first = read[0] ?? [];
  const head = hasHead(columns, first);
  const rows = head ? read : read.map(arrange);
  const mapping = mappingOf(columns, first, head, Math.max(...rows.map((row) => row.length)));
  const verdicts = by(
    rows.map((cells, at) => new PastedRow(at + 1, cells, mapping)).slice(head ? 1 : 0),
  );
  return verdicts.map(
    ({ items, wrong, doubts, known }) => items[0] ?? wrong[0]?.says ?? known ?? doubts,
  );
}

const users = [
  { id: "j", name: "Jonas Albers", email: "jonas.albers@brandt.example" },
  { id: "u", name: "Ute Krämer", email: "ute@brandt.example" },
  { id: "k", name: "Katrin Vogt", email: "katrin@brandt.example" },
];
const members = (text: string, administers = false) =>
  judge(text, memberColumns(), judgeMembers({ users, team: ["k"], administers }), arrangeMember);

it("finds the team by names and addresses, with their roles", () => {
  expect(
    members(
      "jonas albers\nUte Kramer <UTE@brandt.example>; Executive Sponsor\nKatrin Vogt\nJonas Albers",
    ),
  ).toEqual([
    { user: "j", role: "member" },
    { user: "u", role: "sponsor" },
    "Katrin Vogt ist schon im Team.",
    "Steht schon in Zeile 1.",
  ]);
});

it("puts a name, an address and a role each at its place, whichever of them a row has", () => {
  expect(
    readTable(
      "Ute Krämer; ute@brandt.example; Mitglied\nneu@brandt.example; Executive Sponsor\nJonas Albers; Beobachter\nUte <ute@brandt.example>; Chef\nGanz Neu; Mitglied; neu@brandt.example",
    ).rows.map((cells) => arrangeMember(cells).map((cell) => cell.trim())),
  ).toEqual([
    ["Ute Krämer", "ute@brandt.example", "Mitglied"],
    ["", "neu@brandt.example", "Executive Sponsor"],
    ["Jonas Albers", "", "Beobachter"],
    ["Ute", "ute@brandt.example", "Chef"],
    ["Ganz Neu", "neu@brandt.example", "Mitglied"],
  ]);
  expect(
    members("Ganz Neu; ganz@brandt.example; Mitglied\nute@brandt.example; Executive Sponsor", true),
  ).toContainEqual({ user: "u", role: "sponsor" });
});

it("adds whoever is new where the reader administers, and else says who can", () => {
  expect(members("neu.hier@brandt.example\nGanz Neu", true)).toEqual([
    { invited: { name: "Neu Hier", email: "neu.hier@brandt.example" }, role: "member" },
    "Ganz Neu ist noch kein Benutzer. Mit E-Mail-Adresse legen wir ihn an.",
  ]);
  expect(members("neu@brandt.example\nJonas Alberts")).toEqual([
    "neu@brandt.example ist noch kein Benutzer. Bitte lassen Sie ihn von der Administration anlegen.",
    "„Jonas Alberts“ gibt es nicht. Gemeint ist vielleicht „Jonas Albers“.",
  ]);
});

it("reads sites, once each, with what a spreadsheet says of them", () => {
  const sites = judgeSites([{ name: "Oelde" }]);
  expect(
    judge(
      "Ort\tWerk\tArt\tBesteller\nLehrte\tLager Lehrte\tLager\t4\n\tOelde\t\t\n\tPassau\tHof\t",
      siteColumns(),
      sites,
    ),
  ).toEqual([
    { name: "Lager Lehrte", city: "Lehrte", country: "", kind: "warehouse", purchasers: 4 },
    "„Oelde“ gibt es schon.",
    expect.stringContaining("„Hof“ ist nicht bekannt. Richtig wäre: Werk"),
  ]);
  expect(judge("Passau\nPASSAU", siteColumns(), sites)[1]).toBe("Steht schon in Zeile 1.");
});

it("reads product areas and our standing in them", () => {
  const areas = "Antriebe; Hauptlieferant\nSteuerungen\nPumpen; nicht gelistet";
  expect(judge(areas, areaColumns(), judgeAreas([]))).toEqual([
    { name: "Antriebe", standing: "main" },
    "Unsere Stellung fehlt. Wählen Sie sie oben für alle oder schreiben Sie sie dahinter.",
    { name: "Pumpen", standing: "none" },
  ]);
  expect(judge(areas, areaColumns(), judgeAreas([], "listed"))[1]).toEqual({
    name: "Steuerungen",
    standing: "listed",
  });
});

it("reads contacts with several roles at their site", () => {
  const sites = [{ id: "o", name: "Oelde" }];
  expect(
    judge(
      "Iris Lamm; Einkauf; oelde; Einkäufer, Gatekeeper\nRalf; ; Odelde",
      contactColumns(),
      judgeContacts([], sites),
    ),
  ).toEqual([
    {
      name: "Iris Lamm",
      function: "Einkauf",
      site: "o",
      roles: ["buyer", "gatekeeper"],
      attitude: 0,
      influence: 1,
    },
    "„Odelde“ gibt es nicht. Gemeint ist vielleicht „Oelde“.",
  ]);
});

it("reads goals with the day by which they are due", () => {
  const goals = judgeGoals([], "2026-11-24");
  const [first, second, third] = judge(
    "Rahmenvertrag; 30.06.2028; unterschrieben\nPlattform\nAudit; bald",
    goalColumns(),
    goals,
  );
  expect(first).toMatchObject({
    title: "Rahmenvertrag",
    due: "2028-06-30",
    measure: "unterschrieben",
  });
  expect(second).toMatch(/^Der Termin fehlt\. Richtig wäre zum Beispiel/);
  expect(third).toMatch(/^„bald“ ist kein Datum/);
});
