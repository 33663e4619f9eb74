import { useQuery } from "@tanstack/react-query";
import { api, data, type Schemas } from "../api/client";

/** What nobody minds in the accounts that one manages: not owed by anybody yet. */
const unminded = new Set<Schemas["DutyKind"]>(["objective", "key_result"]);

export type Duty = Schemas["Duty"];

/** What I owe, most overdue first; nothing as long as that is not known. */
export function useOwed(): Duty[] {
  const duties = useQuery({
    queryKey: ["my-work"],
    queryFn: () => data(api.GET("/api/v1/my-work")),
    staleTime: 30_000,
    refetchInterval: 60_000,
    throwOnError: false,
  });
  return duties.data?.filter(({ kind }) => !unminded.has(kind)) ?? [];
}
