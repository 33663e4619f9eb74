import { keepPreviousData } from "@tanstack/react-query";
import { api, data, type Schemas } from "../api/client";

/** What narrows and orders the accounts, kept in the address. */
export interface PortfolioSearch {
  search?: string;
  health?: Schemas["Health"];
  waiting?: boolean;
  /** This account and those below it. */
  parent?: string;
  order?: Schemas["PortfolioOrder"];
  page?: number;
}

export const orders = [
  "health",
  "waiting",
  "progress",
  "effect",
  "agility",
  "meeting",
  "name",
] as const;
export const healths = ["on_track", "behind", "at_risk", "outdated", "pending"] as const;

/** How soon sums are asked for again: at once while some lines in them are out of date. */
export const whileOlder = (portfolio: Schemas["PortfolioPage"] | undefined) =>
  portfolio?.older ? 3_000 : 30_000;

export const portfolioQuery = (chosen: PortfolioSearch) => ({
  queryKey: ["portfolio", chosen],
  placeholderData: keepPreviousData,
  refetchInterval: ({ state }: { state: { data?: Schemas["PortfolioPage"] | undefined } }) =>
    whileOlder(state.data),
  queryFn: () =>
    data(
      api.GET("/api/v1/portfolio", {
        params: {
          query: {
            ...chosen,
          },
        },
      }),
    ),
});
