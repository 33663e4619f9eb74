import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { api, data, type Schemas } from "../api/client";

/** Less than the half an hour of silence that ends a visit. */
const everySoOften = 10 * 60_000;

/**
 * What others changed in the account since the reader's last visit, asked for once when the page opens,
 * so that its place is known before anything is shown: no value until then. Null where nothing is new or
 * nobody can be asked.
 */
export function useNews(account: string): Schemas["News"] | null | undefined {
  const { data: news, fetchStatus } = useQuery({
    queryKey: ["news", account],
    queryFn: () =>
      data(api.GET("/api/v1/accounts/{account}/news", { params: { path: { account } } })),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    throwOnError: false,
  });
  if (!news) return fetchStatus === "fetching" ? undefined : null;
  return news.since && news.count > 0 ? news : null;
}

/** Says that the reader is in the account, for as long as the page is shown: what comes later is news to them. */
export function useVisit(account: string) {
  useEffect(() => {
    const here = () => {
      if (document.visibilityState !== "visible") return;
      // Without a network nobody is told: the next sign does.
      api
        .POST("/api/v1/accounts/{account}/visit", { params: { path: { account } } })
        .catch(() => undefined);
    };
    here();
    const timer = setInterval(here, everySoOften);
    document.addEventListener("visibilitychange", here);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", here);
    };
  }, [account]);
}
