import { type LineCycle, laidOut } from "../long_term/line-layout";
import type { Cockpit } from "./cockpit-query";

/** Half a year, and three more after it, fit beside the open navigation of a small screen. */
const widths = { past: 150, now: 330, coming: 150 };

/** The cycles from the present or the shown one on, and the last one before them. */
export function columnsOf({ cycles, coming, cycle }: Pick<Cockpit, "cycles" | "coming" | "cycle">) {
  const places = [
    cycles.findIndex((view) => view.cycle.id === cycle),
    cycles.findIndex((view) => view.cycle.state === "active"),
  ].filter((place) => place >= 0);
  const from = places.length > 0 ? Math.min(...places) : cycles.length;
  const all: LineCycle[] = [
    ...cycles.slice(from).map(({ cycle: each, week, weeks }) => ({ ...each, week, weeks })),
    ...coming.map((each) => ({ ...each, id: null, state: null, week: 0, weeks: 0 })),
  ];
  const now = all.findIndex(({ state }) => state === "active");
  return { ...laidOut(all, Math.max(0, now), widths), earlier: cycles[from - 1]?.cycle };
}
