import { useQueryClient } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { type Where, whereIs } from "../frame/places";

/** Under which keys pages of one entry are kept, which know their account once they are read. */
const entries: Record<string, string[]> = {
  cycles: ["plan", "review"],
  "key-results": ["key-result"],
  meetings: ["meeting"],
};

/** The account that one is in, and the page of another account that shows the same. */
export function useWhere(): Pick<Where, "account" | "same"> {
  const queries = useQueryClient();
  const { pathname } = useLocation();
  const { account, same } = whereIs(pathname);
  const [, kind = "", id = ""] = pathname.split("/");
  const kept = entries[kind]
    ?.map((key) => queries.getQueryData<{ account?: { id: string } }>([key, id])?.account?.id)
    .find(Boolean);
  return { account: account ?? kept, same };
}
