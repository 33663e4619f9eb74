import { api, data } from "../api/client";

/** What the reader may do in an account, and the one above it that they see. */
export const permissionsQuery = (account: string) => ({
  queryKey: ["account", account, "permissions"],
  queryFn: () =>
    data(api.GET("/api/v1/accounts/{account}/permissions", { params: { path: { account } } })),
  staleTime: 60_000,
  throwOnError: false,
});
