import type { Cockpit } from "./cockpit-query";

/** A cycle on the long-term line; its place and width in px, before the line is stretched. */
export interface LineColumn {
  id: string | null;
  name: string;
  startsOn: string;
  endsOn: string;
  week: number;
  weeks: number;
  planned: boolean;
  /** The present one, drawn wider. */
  now: boolean;
  at: number;
  width: number;
}

const wide = 330;
const narrow = 190;
/** What a mark's words need at least. */
export const lineLabel = 128;
/** What two lines of them need. */
export const lineRow = 46;

/** The cycles from the present or the shown one on, and the last one before them. */
export function columnsOf({ cycles, coming, cycle }: Pick<Cockpit, "cycles" | "coming" | "cycle">) {
  const places = [
    cycles.findIndex((view) => view.cycle.id === cycle),
    cycles.findIndex((view) => view.cycle.state === "active"),
  ].filter((place) => place >= 0);
  const from = places.length > 0 ? Math.min(...places) : cycles.length;
  const all = [
    ...cycles.slice(from).map((view) => ({
      id: view.cycle.id as string | null,
      name: view.cycle.name,
      startsOn: view.cycle.startsOn,
      endsOn: view.cycle.endsOn,
      week: view.week,
      weeks: view.weeks,
      planned: view.cycle.state === "planning",
      active: view.cycle.state === "active",
    })),
    ...coming.map((each) => ({
      ...each,
      id: null,
      week: 0,
      weeks: 0,
      planned: false,
      active: false,
    })),
  ];
  const now = Math.max(
    0,
    all.findIndex((each) => each.active),
  );
  let width = 0;
  const columns = all.map(({ active, ...each }, index): LineColumn => {
    const column = { ...each, now: index === now, at: width, width: index === now ? wide : narrow };
    width += column.width;
    return column;
  });
  return { columns, width, earlier: cycles[from - 1]?.cycle };
}

/** Where a day stands: linear inside a cycle, at its beginning between two of them. */
export function positionOf(date: string, columns: LineColumn[], width: number): number {
  const column = columns.find(({ endsOn }) => date <= endsOn);
  if (!column) return width;
  if (date <= column.startsOn) return column.at;
  const start = Date.parse(column.startsOn);
  const days = Date.parse(column.endsOn) - start || 1;
  return column.at + ((Date.parse(date) - start) / days) * column.width;
}

/** Puts marks on the first row on which their words touch neither another mark nor what is `taken`. */
export function placed(
  marks: number[],
  end: number,
  taken?: { at: number; width: number; rows: number },
): { at: number; row: number; room: number }[] {
  const rows: number[][] = [];
  const out = marks.map((at) => {
    const meets = taken && at < taken.at + taken.width && at + lineLabel > taken.at;
    let row = meets ? taken.rows : 0;
    while (rows[row]?.some((other) => Math.abs(other - at) < lineLabel)) ++row;
    rows[row] = [...(rows[row] ?? []), at];
    return { at, row };
  });
  return out.map(({ at, row }) => {
    const stops = rows[row]?.filter((other) => other > at) ?? [];
    if (taken && row < taken.rows && taken.at > at) stops.push(taken.at);
    return { at, row, room: Math.min(end, ...stops) - at };
  });
}
