import { queryOptions } from "@tanstack/react-query";
import { api, data } from "../api/client";

/** What was brought into an account, the newest first. */
export const importsQuery = (account: string) =>
  queryOptions({
    queryKey: ["account", account, "imports"],
    queryFn: () =>
      data(api.GET("/api/v1/accounts/{account}/imports", { params: { path: { account } } })),
  });
