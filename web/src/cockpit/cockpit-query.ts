import { api, data, type Schemas } from "../api/client";

export type Cockpit = Schemas["Cockpit"];
export type ObjectiveView = Schemas["ObjectiveView"];
export type KeyResultView = Schemas["KeyResultView"];

export const cockpitQuery = (account: string, cycle?: string) => ({
  queryKey: ["account", account, "cockpit", cycle ?? ""],
  queryFn: () =>
    data(
      api.GET("/api/v1/accounts/{account}/cockpit", {
        params: { path: { account }, query: { cycle } },
      }),
    ),
});
