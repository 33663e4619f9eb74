import { api, data, type Schemas } from "../api/client";

export type PlanPageData = Schemas["PlanPage"];

export const planQuery = (cycle: string) => ({
  queryKey: ["plan", cycle],
  queryFn: () => data(api.GET("/api/v1/cycles/{id}/plan", { params: { path: { id: cycle } } })),
});

/** What was heard of an account and what is not known: what a plan answers. */
export const heardQuery = (account: string) => ({
  queryKey: ["account", account, "heard"],
  queryFn: () =>
    data(api.GET("/api/v1/accounts/{account}/signal-board", { params: { path: { account } } })),
});
