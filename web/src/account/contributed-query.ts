import { api, data } from "../api/client";

/** The accounts whose plan the reader writes, by name. */
export const contributedQuery = {
  queryKey: ["accounts", "contributed"],
  queryFn: () => data(api.GET("/api/v1/accounts", { params: { query: { contributed: true } } })),
};
