import { keepPreviousData } from "@tanstack/react-query";
import { api, data, type Schemas } from "../api/client";
import { themes } from "../signal/signal-fields";

/** What narrows and orders the accounts, kept in the address. */
export interface PortfolioSearch {
  search?: string;
  health?: Schemas["Health"];
  waiting?: boolean;
  drifting?: boolean;
  resting?: boolean;
  theme?: Schemas["SignalTheme"];
  /** A user who is their key account manager. */
  manager?: string;
  /** This account and those below it. */
  parent?: string;
  order?: Schemas["PortfolioOrder"];
  /** From the other end of the order. */
  reversed?: boolean;
  page?: number;
}

export const orders = [
  "health",
  "waiting",
  "progress",
  "share",
  "effect",
  "last_check_in",
  "agility",
  "meeting",
  "name",
] as const;
export const healths = ["on_track", "behind", "at_risk", "outdated", "pending"] as const;

/** What an address says of it; what the server would refuse is dropped. */
export function portfolioSearch(
  search: Record<string, unknown>,
  { textOf, idOf }: Record<"textOf" | "idOf", (value: unknown) => string | undefined>,
): PortfolioSearch {
  const said = (value: unknown) => value === true || undefined;
  return {
    search: textOf(search.search),
    health: healths.find((health) => health === search.health),
    waiting: said(search.waiting),
    drifting: said(search.drifting),
    resting: said(search.resting),
    theme: themes.find((theme) => theme === search.theme),
    manager: idOf(search.manager),
    parent: idOf(search.parent),
    order: orders.find((order) => order === search.order),
    reversed: said(search.reversed),
  };
}

/** How soon sums are asked for again: at once while some lines in them are out of date. */
export const whileOlder = (portfolio: Schemas["PortfolioPage"] | undefined) =>
  portfolio?.older ? 3_000 : 30_000;

export const portfolioQuery = (chosen: PortfolioSearch & { detail?: boolean }) => ({
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

/** Where what is chosen can be had as a file: all of it, not a page. */
export function fileAddress(
  file: "pdf" | "workbook" | "list",
  { page: _page, ...chosen }: PortfolioSearch,
) {
  const said = Object.entries(chosen).filter(([, value]) => value !== undefined);
  const query = new URLSearchParams(said.map(([name, value]) => [name, String(value)])).toString();
  return `/api/v1/portfolio/${file}${query && `?${query}`}`;
}

export const viewsQuery = {
  queryKey: ["portfolio-views"],
  queryFn: () => data(api.GET("/api/v1/portfolio-views")),
  refetchInterval: 30_000,
};

type Choice = Schemas["PortfolioChoice"];

/** A kept choice as an address has it. */
export const searchOf = (choice: Choice): PortfolioSearch => ({
  search: choice.search || undefined,
  health: choice.health ?? undefined,
  waiting: choice.waiting || undefined,
  drifting: choice.drifting || undefined,
  resting: choice.resting || undefined,
  theme: choice.theme ?? undefined,
  manager: choice.manager ?? undefined,
  parent: choice.parent ?? undefined,
  order: choice.order === "health" ? undefined : choice.order,
  reversed: choice.reversed || undefined,
});

/** What an address says, as it is kept. */
export const choiceOf = (search: PortfolioSearch): Choice => ({
  search: search.search ?? "",
  health: search.health ?? null,
  waiting: search.waiting ?? false,
  drifting: search.drifting ?? false,
  resting: search.resting ?? false,
  theme: search.theme ?? null,
  manager: search.manager ?? null,
  parent: search.parent ?? null,
  order: search.order ?? "health",
  reversed: search.reversed ?? false,
});

/** Whether both show the same accounts in the same order, whatever the page. */
export const sameView = (one: PortfolioSearch, other: PortfolioSearch) =>
  JSON.stringify(choiceOf(one)) === JSON.stringify(choiceOf(other));

/** Whether it shows fewer than all accounts. */
export const narrows = ({
  order: _order,
  reversed: _reversed,
  page: _page,
  ...what
}: PortfolioSearch) => Object.values(what).some((value) => value !== undefined);
