import { useQuery } from "@tanstack/react-query";
import { api, data, type Schemas } from "../api/client";

/** What somebody owes; the other duties lie where nobody minds them. */
const own = new Set<Schemas["DutyKind"]>(["check_in", "action", "question"]);

/** What I owe, most overdue first; nothing as long as that is not known. */
export function useOwed(): Schemas["Duty"][] {
  const duties = useQuery({
    queryKey: ["my-work"],
    queryFn: () => data(api.GET("/api/v1/my-work")),
    staleTime: 30_000,
    refetchInterval: 60_000,
    throwOnError: false,
  });
  return duties.data?.filter(({ kind }) => own.has(kind)) ?? [];
}
