import { api, data } from "../api/client";

export const usersQuery = {
  queryKey: ["users"],
  queryFn: () => data(api.GET("/api/v1/users")),
};
