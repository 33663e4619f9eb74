import { api, data, type Schemas } from "../api/client";

export const usersQuery = {
  queryKey: ["users"],
  queryFn: () => data(api.GET("/api/v1/users")),
};

/** Who has come in: for administrators alone. */
export const userStatesQuery = {
  queryKey: ["users", "states"],
  queryFn: () => data(api.GET("/api/v1/user-states")),
};

export const accessStates = [
  "active",
  "invited",
  "link_over",
  "not_invited",
] as const satisfies readonly Schemas["AccessState"][];

export interface UsersSearch {
  state?: (typeof accessStates)[number];
}
