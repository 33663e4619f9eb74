import { api, data } from "../api/client";

export const keyResultPageQuery = (id: string) => ({
  queryKey: ["key-result", id],
  queryFn: () => data(api.GET("/api/v1/key-results/{id}/page", { params: { path: { id } } })),
});
