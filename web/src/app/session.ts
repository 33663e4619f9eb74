import { useQuery } from "@tanstack/react-query";
import { api, data, keepCsrf, type Schemas } from "../api/client";

export type SessionView = Schemas["SessionView"];

export const sessionQuery = {
  queryKey: ["session"],
  queryFn: async () => {
    const session = await data(api.GET("/api/v1/session"));
    keepCsrf(session.csrf);
    return session;
  },
  staleTime: 60_000,
};

export function useSession() {
  return useQuery(sessionQuery).data;
}
