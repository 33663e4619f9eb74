import { api, data } from "../api/client";

/** The present accounts that the reader sees, by name. */
export const visibleQuery = {
  queryKey: ["accounts", "visible"],
  queryFn: () => data(api.GET("/api/v1/accounts")),
};
