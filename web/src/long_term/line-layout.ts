import type { CSSProperties } from "react";
import type { Schemas } from "../api/client";

/** A cycle as the line knows it; a coming one has neither id nor state. */
export type LineCycle = Pick<
  Schemas["LineCycle"],
  "id" | "name" | "startsOn" | "endsOn" | "state" | "week" | "weeks"
>;

/** A cycle on the line; its place and width in px, before the line is stretched. */
export interface LineColumn extends LineCycle {
  /** The present one, drawn wider. */
  now: boolean;
  at: number;
  width: number;
}

/** What a mark's words need at least. */
export const lineLabel = 140;
/** What two lines of them need. */
export const lineRow = 46;

/** Cycles one after the other, each as wide as its time deserves; `now` is the place of the present one. */
export function laidOut(
  cycles: LineCycle[],
  now: number,
  widths: { past: number; now: number; coming: number },
): { columns: LineColumn[]; width: number } {
  let at = 0;
  const columns = cycles.map((cycle, index) => {
    const width = index === now ? widths.now : index < now ? widths.past : widths.coming;
    const column = { ...cycle, now: index === now, at, width };
    at += width;
    return column;
  });
  return { columns, width: at };
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

/** Where the line ends: what stands at its far end has room for its words. */
export function endOf(dates: string[], columns: LineColumn[], width: number, label = lineLabel) {
  return Math.max(width, ...dates.map((date) => positionOf(date, columns, width) + label));
}

/** What stands in a column, from the first row on. */
interface Taken {
  at: number;
  width: number;
  rows: number;
}
/** Where a mark stands, and how far its words may go: onwards, or `back` from it where the line ends. */
interface Placed {
  at: number;
  row: number;
  room: number;
  back: boolean;
}

/** Puts marks on the first row on which their words touch neither another mark nor what is `taken`. */
export function placed(
  marks: number[],
  end: number,
  taken: Taken[] = [],
  label = lineLabel,
): Placed[] {
  const rows: { from: number; to: number }[][] = [];
  const out = marks.map((at) => {
    const back = at + label > end;
    const from = back ? at - label : at;
    const to = from + label;
    const beside = taken.filter((one) => from < one.at + one.width && to > one.at);
    let row = Math.max(0, ...beside.map((one) => one.rows));
    while (rows[row]?.some((other) => from < other.to && to > other.from)) ++row;
    rows[row] = [...(rows[row] ?? []), { from, to }];
    return { at, row, back };
  });
  return out.map((mark) => {
    const { at, row, back } = mark;
    if (back) return { ...mark, room: label };
    const stops = [
      ...(rows[row] ?? []).map(({ from }) => from),
      ...taken.filter((one) => row < one.rows).map((one) => one.at),
    ].filter((stop) => stop > at);
    return { ...mark, room: Math.min(end, ...stops) - at };
  });
}

/** The place of a mark in its lane, however the line is stretched. */
export const placeOf = (
  { at, row, room, back }: Placed = { at: 0, row: 0, room: 0, back: false },
  end: number,
  rowHeight = lineRow,
): CSSProperties => ({
  ...(back
    ? { right: `${(1 - at / end) * 100}%`, flexDirection: "row-reverse", textAlign: "right" }
    : { left: `${(at / end) * 100}%` }),
  top: row * rowHeight,
  maxWidth: `${(room / end) * 100}%`,
});

/** The place of what fills the column of a cycle. */
export const columnPlace = ({ at, width }: LineColumn, end: number): CSSProperties => ({
  left: `${(at / end) * 100}%`,
  width: `${(width / end) * 100}%`,
});
