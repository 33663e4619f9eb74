import { api, data, type Schemas } from "../api/client";

export type ReviewPageData = Schemas["ReviewPage"];

export const reviewQuery = (cycle: string) => ({
  queryKey: ["review", cycle],
  queryFn: () => data(api.GET("/api/v1/cycles/{id}/review", { params: { path: { id: cycle } } })),
});
