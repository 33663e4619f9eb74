import type { Schemas } from "../api/client";
import { textOf } from "./cells";
import type { Kind } from "./fields";
import type { ListTable } from "./list-form";
import type { Place } from "./place";

type Cycle = Schemas["Cycle"];

const states: Partial<Record<Kind, readonly Schemas["CycleState"][]>> = {
  plan: ["planning", "active", "review"],
  check_ins: ["active", "review"],
};

/** The cycles that rows of a kind may be of. */
export function cyclesFor(kind: Kind, { cycles }: Place): Cycle[] {
  return cycles.flatMap(({ cycle }) => (states[kind]?.includes(cycle.state) ? [cycle] : []));
}

/** Where nothing says which cycle: the one being planned, the first of several, else the running one; as the server has it. */
export function plannedCycle(cycles: readonly Cycle[]): Cycle | undefined {
  const open = cycles
    .filter(({ state }) => state !== "closed")
    .toSorted((one, other) => one.startsOn.localeCompare(other.startsOn));
  return open.find(({ state }) => state === "planning") ?? open[0];
}

/** The cycle that the first row names, or goes into without. */
export function cycleOf(table: ListTable | undefined, cycles: readonly Cycle[]) {
  const named = textOf(table?.rows[0]?.cells[table.fields.indexOf("cycle")]).trim();
  return named
    ? cycles.find(({ name }) => name.toLowerCase() === named.toLowerCase())
    : plannedCycle(cycles);
}
