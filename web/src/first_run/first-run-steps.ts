import type { Cockpit } from "../cockpit/cockpit-query";

/** What a new account needs until its first cycle, in this order; each is a view of the one page. */
export const firstRunSteps = ["account", "people", "share", "vision", "cycle"] as const;

export type FirstRunStep = (typeof firstRunSteps)[number];

/** By what the server has: who comes back finds it as it was left. */
export function stepsDone(
  cockpit: Pick<
    Cockpit,
    "team" | "sites" | "productAreas" | "supply" | "vision" | "goals" | "cycles"
  >,
): Record<FirstRunStep, boolean> {
  return {
    account: true,
    people: cockpit.team.length > 1 && cockpit.sites.length > 0 && cockpit.productAreas.length > 0,
    share: cockpit.supply !== null,
    vision: cockpit.vision !== null && cockpit.goals.length > 0,
    cycle: cockpit.cycles.length > 0,
  };
}

/** Where somebody begins who named no step: at what is missing first, else at the last one. */
export const firstMissing = (done: Record<FirstRunStep, boolean>): FirstRunStep =>
  firstRunSteps.find((step) => !done[step]) ?? "cycle";
