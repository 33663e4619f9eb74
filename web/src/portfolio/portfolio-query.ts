import { keepPreviousData } from "@tanstack/react-query";
import { read, type Schemas } from "../api/client";

/** What narrows and orders the accounts, kept in the address. */
export interface PortfolioSearch {
  search?: string;
  health?: string;
  waiting?: boolean;
  order?: string;
  page?: number;
}

export const healths = ["on_track", "behind", "at_risk", "outdated", "pending"] as const;

export const portfolioQuery = (chosen: PortfolioSearch) => ({
  queryKey: ["portfolio", chosen],
  placeholderData: keepPreviousData,
  refetchInterval: 30_000,
  queryFn: () =>
    read<Schemas["PortfolioPage"]>("/portfolio", {
      ...chosen,
      waiting: chosen.waiting ? "true" : undefined,
    }),
});
