import type { Page } from "./key-result-part";

/** What the chart of a key result draws, in its unit; stages, and what has no value of its own, in per cent. */
export interface Course {
  percent: boolean;
  /** Where it began. */
  start: number | null;
  points: { on: string; at: number }[];
  /** The target, or the bounds of the corridor. */
  wanted: number[];
  /** A corridor is held rather than reached. */
  expected: boolean;
  /** The day at the right edge. */
  ends: string;
  ticks: number[];
  low: number;
  high: number;
}

type Source = Pick<Page, "view" | "chart" | "due">;

export function courseOf({ view, chart, due }: Source): Course {
  const { keyResult } = view;
  const stages = keyResult.kind === "stages";
  const corridor = keyResult.kind === "corridor";
  const percent = stages || chart.every(({ value }) => value === null);
  const points = chart.flatMap(({ on, value, progress }) => {
    const at = percent ? inPercent(progress) : value;
    return at === null ? [] : [{ on, at }];
  });
  const start = stages
    ? (keyResult.stages[0]?.degree ?? 0)
    : corridor
      ? null
      : (view.start ?? keyResult.start);
  const bounds = corridor ? [keyResult.lower, keyResult.upper] : [keyResult.target];
  const wanted = (percent ? [100] : bounds).filter((bound) => bound !== null);
  const all = [...points.map(({ at }) => at), ...wanted, ...(start === null ? [] : [start])];
  const reach = Math.max(...all) - Math.min(...all) || 1;
  const { low, high } = view.forecast ?? { low: all[0] ?? 0, high: all[0] ?? 0 };
  // What may become of it is drawn as far as the way to go reaches twice: its words tell the rest.
  const least = Math.min(...all, Math.max(low, Math.min(...all) - reach / 2));
  const most = Math.max(...all, Math.min(high, Math.max(...all) + reach / 2));
  const ticks = percent
    ? stages && view.sites.length === 0
      ? [...new Set(keyResult.stages.map(({ degree }) => degree))]
      : [0, 25, 50, 75, 100]
    : roundTicks(least, most);
  return {
    percent,
    start,
    points,
    wanted,
    expected: !corridor && start !== null,
    ends: [due, ...points.map(({ on }) => on)].reduce((last, on) => (on > last ? on : last)),
    ticks,
    low: Math.min(least, ...ticks),
    high: Math.max(most, ...ticks),
  };
}

/** A computed share may miss the degree of a stage by a bit. */
const inPercent = (share: number | null) =>
  share === null ? null : Number((share * 100).toFixed(9));

/** Three to five round numbers from below the least to above the most. */
export function roundTicks(least: number, most: number): number[] {
  const rough = (most - least || 1) / 3;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  const first = Math.floor(least / step);
  // What never moved has a line below and one above it, too.
  const count = Math.max(1, Math.ceil(most / step) - first);
  return Array.from({ length: count + 1 }, (_, place) =>
    Number(((first + place) * step).toPrecision(12)),
  );
}
