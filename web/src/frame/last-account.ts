import { useEffect } from "react";
import { kept } from "../app/kept";

const name = "takt-last-account";
const isText = (value: unknown): value is string => typeof value === "string";

/** The account that one is in, or was in last in this browser. */
export function useLastAccount(account: string | undefined): string {
  useEffect(() => {
    if (account) localStorage.setItem(name, JSON.stringify(account));
  }, [account]);
  return account ?? kept(name, "", isText);
}
