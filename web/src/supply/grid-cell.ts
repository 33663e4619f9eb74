import type { Schemas } from "../api/client";

type SupplyRecord = Schemas["SupplyRecord"];

export type Member = "volume" | "demand" | "share";

/** What was entered in a cell; the share in per cent. What was not touched is left out. */
export type Entered = Partial<Record<Member, number | null>>;

/** What the form says of all the cells that are saved together. */
export interface Remarks {
  estimated: boolean;
  source: string;
}

/** A cell as the server takes it: a share is sent in per cent, as it was typed, or as it was stored. */
export type GridCell = Pick<
  SupplyRecord,
  "productArea" | "site" | "volume" | "demand" | "unit" | "estimated" | "source" | "version"
> &
  ({ share: number | null } | { sharePercent: number });

/**
 * A cell with what was entered; all else stays as its record has it. `said` are the remarks that
 * were touched in the form, `shown` what it shows: it holds for a cell that had no record before.
 */
export function gridCell(
  where: { productArea: string; site: string | null },
  record: SupplyRecord | undefined,
  entered: Entered,
  said: Partial<Remarks>,
  shown: Remarks,
): GridCell {
  const { volume = record?.volume ?? null, demand = record?.demand ?? null } = entered;
  const cell = {
    ...where,
    volume,
    demand,
    unit: record?.unit ?? "eur",
    estimated: said.estimated ?? (record ?? shown).estimated,
    source: said.source ?? (record ?? shown).source,
    version: record?.version ?? 0,
  };
  if (typeof entered.share === "number") {
    // With the demand, a volume is a share of its own: the one that is entered takes its place.
    const derived = entered.volume === undefined && demand !== null;
    return { ...cell, volume: derived ? null : volume, sharePercent: entered.share };
  }
  // So does a volume that is entered, or made up by the demand, with a share that was given.
  const derived = volume !== null && demand !== null;
  const replaced = entered.share === null || typeof entered.volume === "number" || derived;
  return { ...cell, share: replaced ? null : (record?.share ?? null) };
}

/** What stores a cell that was stored as its record was before: an emptied one anew, and a new one not at all. */
export function asBefore(
  cell: GridCell,
  record: SupplyRecord | undefined,
): Schemas["GridCellInput"] {
  const { productArea, site, volume, demand } = cell;
  const isEmpty = volume === null && demand === null && "share" in cell && cell.share === null;
  const version = isEmpty ? 0 : cell.version + 1;
  if (!record) return { productArea, site, version };
  const { unit, share, estimated, source, rest, competitor, contractEnd } = record;
  const figures = { volume: record.volume, demand: record.demand, unit, share };
  const beside = { estimated, source, rest, competitor, contractEnd };
  return { productArea, site, ...figures, ...beside, version };
}

/** Whether a stored share goes for a volume, or a stored volume for a share, that nobody emptied. */
export function replacesOther(record: SupplyRecord | undefined, entered: Entered, cell: GridCell) {
  const goes = (member: "volume" | "share") =>
    entered[member] === undefined && (record?.[member] ?? null) !== null;
  return (
    (goes("volume") && cell.volume === null) ||
    (goes("share") && "share" in cell && cell.share === null)
  );
}

export type Mode = "volumes" | "share";

/** How the records of a period were entered: as shares where most of them have nothing else. */
export function modeOf(records: Pick<SupplyRecord, "volume" | "share">[]): Mode {
  const shares = records.filter(({ volume, share }) => volume === null && share !== null);
  return shares.length * 2 > records.length ? "share" : "volumes";
}

/** What the records have in common, as the form shows it before anybody touches it. */
export function commonRemarks(records: Remarks[]): Remarks {
  const [first] = records;
  const all = <Name extends keyof Remarks>(name: Name, otherwise: Remarks[Name]) =>
    first && records.every((record) => record[name] === first[name]) ? first[name] : otherwise;
  return { estimated: all("estimated", false), source: all("source", "") };
}
