import { api, data, type Schemas } from "../api/client";

export type PlanPageData = Schemas["PlanPage"];

export const planQuery = (cycle: string) => ({
  queryKey: ["plan", cycle],
  queryFn: () => data(api.GET("/api/v1/cycles/{id}/plan", { params: { path: { id: cycle } } })),
});
