import { expect, it } from "vitest";
import type { Cockpit } from "./cockpit-query";
import { columnsOf } from "./columns-of";

const cycle = (id: string, startsOn: string, endsOn: string, state: string) => ({
  cycle: { id, name: id, startsOn, endsOn, state },
  week: state === "active" ? 10 : 0,
  weeks: 26,
});
const first = cycle("1", "2026-03-20", "2026-09-19", "closed");
const second = cycle("2", "2026-09-20", "2027-03-19", "active");
const coming = [
  { name: "2027 H1", startsOn: "2027-03-20", endsOn: "2027-09-19" },
  { name: "2027 H2", startsOn: "2027-09-20", endsOn: "2028-03-19" },
];
const line = (shown: string | null, cycles: object[] = [first, second]) =>
  columnsOf({ cycles, coming, cycle: shown } as unknown as Cockpit);

it("begins with the shown cycle, and names the one before", () => {
  const { columns, earlier } = line("2");
  expect(columns.map(({ name }) => name)).toEqual(["2", "2027 H1", "2027 H2"]);
  expect(earlier?.id).toBe("1");
});

it("shows an earlier cycle beside the present one, which alone is wider", () => {
  const { columns, earlier } = line("1");
  expect(columns.map(({ now }) => now)).toEqual([false, true, false, false]);
  expect(columns[1]?.width).toBeGreaterThan(columns[0]?.width ?? 0);
  expect(columns[2]?.width).toBe(columns[0]?.width);
  expect(earlier).toBeUndefined();
});

it("has the coming cycles where none has been planned yet", () => {
  const { columns, width, earlier } = line(null, []);
  expect(columns.map(({ name }) => name)).toEqual(["2027 H1", "2027 H2"]);
  expect(columns.reduce((sum, column) => sum + column.width, 0)).toBe(width);
  expect(earlier).toBeUndefined();
});
