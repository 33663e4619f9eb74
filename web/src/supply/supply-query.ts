import { read, type Schemas } from "../api/client";

export type SupplyPageData = Schemas["SupplyPage"];
export type Period = Schemas["Period"];

export const supplyQuery = (account: string, period?: Period, at?: string) => ({
  queryKey: ["account", account, "supply", period ?? "", at ?? ""],
  queryFn: () => read<SupplyPageData>(`/accounts/${account}/supply`, { period, at }),
});
