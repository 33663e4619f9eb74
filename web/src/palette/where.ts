import { useQueryClient } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";

const pages = [
  "signals",
  "questions",
  "supply",
  "kpis",
  "effectiveness",
  "long-term",
  "agility",
  "meetings",
  "activity",
  "settings",
] as const;

export type AccountPath = "/accounts/$account" | `/accounts/$account/${(typeof pages)[number]}`;

/** Under which keys pages of one entry are kept, which know their account once they are read. */
const entries: Record<string, string[]> = {
  cycles: ["plan", "review"],
  "key-results": ["key-result"],
  meetings: ["meeting"],
};

/** The account that one is in, and the page of another account that shows the same. */
export function useWhere(): { account?: string; same: AccountPath } {
  const queries = useQueryClient();
  const [, kind = "", id = "", page] = useLocation().pathname.split("/");
  if (kind === "accounts" && id) {
    const known = pages.find((one) => one === page);
    return { account: id, same: known ? `/accounts/$account/${known}` : "/accounts/$account" };
  }
  const account = entries[kind]
    ?.map((key) => queries.getQueryData<{ account?: { id: string } }>([key, id])?.account?.id)
    .find(Boolean);
  return {
    account,
    same: kind === "meetings" ? "/accounts/$account/meetings" : "/accounts/$account",
  };
}
