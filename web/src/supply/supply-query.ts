import { api, data, type Schemas } from "../api/client";

export type SupplyPageData = Schemas["SupplyPage"];
export type Period = Schemas["Period"];

export const supplyQuery = (account: string, period?: Period, at?: string) => ({
  queryKey: ["account", account, "supply", period ?? "", at ?? ""],
  queryFn: () =>
    data(
      api.GET("/api/v1/accounts/{account}/supply", {
        params: { path: { account }, query: { period, at } },
      }),
    ),
});
