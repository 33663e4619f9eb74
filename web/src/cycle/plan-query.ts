import { read, type Schemas } from "../api/client";

export type PlanPageData = Schemas["PlanPage"];

export const planQuery = (cycle: string) => ({
  queryKey: ["plan", cycle],
  queryFn: () => read<PlanPageData>(`/cycles/${cycle}/plan`),
});
