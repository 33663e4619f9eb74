/** What a team does to plan a cycle, in this order; each is a view of the one page. */
export const planSteps = ["back", "changed", "focus", "objectives", "start"] as const;

export type PlanStep = (typeof planSteps)[number];
