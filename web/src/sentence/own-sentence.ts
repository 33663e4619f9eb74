import { api, data } from "../api/client";

/** How one's own work stands; the page stands without it. */
export const ownSentenceQuery = {
  queryKey: ["my-work", "sentence"],
  queryFn: () => data(api.GET("/api/v1/my-work/sentence")),
  throwOnError: false,
};
