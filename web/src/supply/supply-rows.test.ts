// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from "vitest";
import type { Schemas } from "../api/client";
import { hasHead, mappingOf } from "../paste/columns";
import { readTable } from "../paste/table";
import { PastedRow, type Verdict } from "../paste/verdict";
import { speak } from "../testing/stage";
import { importRowsOf } from "./share-import";
import { judgeSupply, type PastedCell, supplyColumns } from "./supply-rows";

const sites = [
  { id: "g", name: "Gütersloh" },
  { id: "o", name: "Oelde" },
];
const areas = [
  { id: "a", name: "a Antriebe" },
  { id: "b", name: "b Steuerungen" },
];

type SupplyRecord = Schemas["SupplyRecord"];

function judge(text: string, more: Partial<Parameters<typeof judgeSupply>[0]> = {}) {
  const { rows } = readTable(text);
  const first = rows[0] ?? [];
  const columns = supplyColumns(first, "quarter");
  const head = hasHead(columns, first);
  const mapping = mappingOf(columns, first, head, first.length);
  const known = {
    sites,
    areas,
    records: [],
    usual: "quarter" as const,
    measure: "share" as const,
    estimated: true,
    ...more,
  };
  return judgeSupply(known)(
    rows.map((cells, at) => new PastedRow(at + 1, cells, mapping)).slice(head ? 1 : 0),
  );
}
const says = (verdicts: Verdict<PastedCell>[]) =>
  verdicts.map(({ wrong }) => wrong.map((one) => `${one.key}: ${one.says}`));
/** Each cell as it is sent: area, site, period, volume, demand, share in per cent, unit, whether it is estimated. */
const sent = (verdicts: Verdict<PastedCell>[]) =>
  importRowsOf(
    verdicts.flatMap(({ items }, row) => items.map((item) => ({ row, item }))),
    { sites, areas },
    "eur",
  ).map(({ cells }) => cells);
const head = "Werk\tPB\tQuartal\tUmsatz T€\tBedarf T€\tAnteil\n";

beforeEach(() => speak("de"));

describe("a row for each site, area and quarter", () => {
  it("is read with German numbers, in the columns that its head names", () => {
    const verdicts = judge(`${head}Gütersloh\ta Antriebe\tQ4/26\t1.661,5\t1.900\t\n`);
    expect(says(verdicts)[0]).toEqual([]);
    expect(sent(verdicts.slice(0, 1))).toEqual([
      ["a Antriebe", "Gütersloh", "Q4 2026", 1661.5, 1900, null, "eur", null],
    ]);
  });

  it("says of each doubtful cell what would be right", () => {
    const verdicts = judge(
      `${head}Gütersloh\ta Antriebe\tQ4/26\t100\tk. A.\t
Guterslo\ta Antriebe\tQ4/26\t1\t2\t
Oelde\tPumpen\tQ4/26\t1\t2\t
Oelde\ta Antriebe\t4/26\t1\t2\t
Oelde\ta Antriebe\tQ3/26\t900\t260\t
Oelde\ta Antriebe\tQ2/26\t\t\t140
Oelde\ta Antriebe\tQ1/26\t12\t\t
Oelde\tb Steuerungen\tQ1/26\t-1\t5\t`,
    );
    expect(says(verdicts)).toEqual([
      ["demand: Gesamtbedarf „k. A.“ ist keine Zahl. Richtig wäre zum Beispiel 260."],
      ["site: „Guterslo“ gibt es nicht. Gemeint ist vielleicht „Gütersloh“."],
      [
        "area: Den Produktbereich „Pumpen“ gibt es nicht. Es gibt zum Beispiel: a Antriebe, b Steuerungen.",
      ],
      ["period: „4/26“ ist kein Zeitraum. Richtig wäre zum Beispiel Q4 2026."],
      ["volume: Unser Volumen 900 ist mehr als der Gesamtbedarf 260."],
      ["share: „140“ ist mehr als alles. Richtig wären 0 bis 100 %."],
      ["volume: Zum Volumen fehlt der Gesamtbedarf oder der Anteil."],
      ["volume: Unser Volumen „-1“ ist negativ. Richtig wäre 0 oder mehr."],
    ]);
    expect(sent(verdicts)).toEqual([]);
  });

  it("takes a share alone as an estimate, and says so", () => {
    const verdicts = judge(`${head}Oelde\ta Antriebe\tQ4/26\t–\t380\t39 %`);
    expect(verdicts[0]?.doubts).toEqual(["Nur ein Anteil, ohne Volumen: gilt als geschätzt (≈)."]);
    expect(sent(verdicts)[0]?.slice(3)).toEqual([null, 380, 39, "eur", true]);
    expect(
      sent(judge(`${head}Oelde\ta Antriebe\tQ4/26\t\t380\t39`, { estimated: false }))[0]?.at(-1),
    ).toBeNull();
  });

  it("asks about what can be read in two ways", () => {
    const verdicts = judge(
      `${head}Oelde\ta Antriebe\tQ4/26\t0,4\t1.234\t\nOelde\ta Antriebe\tQ3/26\t\t\t0,4`,
    );
    expect(verdicts[0]?.doubts).toEqual(["„1.234“ gelesen als 1.234, nicht als 1,234."]);
    expect(verdicts[1]?.doubts[0]).toMatch(/^„0,4“ gelesen als 0,4\s%\. Sind 40\s% gemeint/);
  });

  it("is for the whole customer where no site is named", () => {
    expect(sent(judge(`${head}alle\ta Antriebe\tQ4/26\t1\t2\t`))[0]?.[1]).toBeNull();
  });

  it("is said once: of two for the same cell the second is doubted", () => {
    const row = "Oelde\ta Antriebe\tQ4/26\t1\t2\t";
    expect(says(judge(`${head}${row}\n${row}`))[1]?.[0]).toContain("schon in Zeile 2");
  });

  it("names what it replaces, and keeps of it what the row does not speak of", () => {
    const record = {
      period: "quarter",
      startsOn: "2026-10-01",
      site: "o",
      productArea: "a",
      volume: 10,
      demand: 100,
      share: null,
      unit: "eur",
      estimated: false,
      source: "Einkauf",
      version: 3,
    } as unknown as SupplyRecord;
    const verdicts = judge("Werk\tPB\tQuartal\tBedarf\nOelde\ta Antriebe\tQ4/26\t120", {
      records: [record],
    });
    expect(verdicts[0]?.doubts).toEqual(["Ersetzt Zahlen, die schon da sind."]);
    expect(sent(verdicts)[0]?.slice(3)).toEqual([null, 120, null, "eur", null]);
  });
});

describe("quarters as columns", () => {
  it("are what is chosen for them, each a cell of its own period", () => {
    const verdicts = judge("Standort\tProduktbereich\tQ3 2026\tQ4 2026\nOelde\ta Antriebe\t30\t\n");
    expect(sent(verdicts.slice(0, 1)).map((cells) => [cells[2], cells[5]])).toEqual([
      ["Q3 2026", 30],
    ]);
  });

  it("make one cell of the rows that say its volume and its demand", () => {
    const verdicts = judge(
      "Standort\tProduktbereich\tGröße\tQ3 2026\tQ4 2026\nOelde\ta Antriebe\tVolumen\t30\t40\nOelde\ta Antriebe\tBedarf\t100\t",
    );
    expect(says(verdicts)).toEqual([
      ["quarter 2026-10-01: Zum Volumen fehlt der Gesamtbedarf oder der Anteil."],
      [],
    ]);
    const whole = judge(
      "Standort\tProduktbereich\tGröße\tQ3 2026\tQ4 2026\nOelde\ta Antriebe\tVolumen\t30\t40\nOelde\ta Antriebe\tBedarf\t100\t200",
    );
    expect(sent(whole).map((cells) => cells.slice(2, 5))).toEqual([
      ["Q3 2026", 30, 100],
      ["Q4 2026", 40, 200],
    ]);
  });
});
