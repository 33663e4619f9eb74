import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { connect, onSaid } from "./live";
import { compareVersion } from "./new-version";

/**
 * Keeps the tab listening to the server for as long as `user` is signed in. When it is back
 * after a silence, everything is fetched again. `heard`: when it last said something.
 */
export function useConnection(user: string | undefined) {
  const queries = useQueryClient();
  const [silent, setSilent] = useState(false);
  const heard = useRef<number>(undefined);
  useEffect(() => {
    if (!user) return;
    let away = false;
    const silence = (now: boolean) => {
      away = now;
      setSilent(now);
    };
    const forget = onSaid((said) => {
      heard.current = Date.now();
      compareVersion(said.version);
      if (said.user && said.user !== user)
        // Somebody else has signed in: nothing of what is shown is theirs.
        queries.resetQueries();
      else if (away) queries.invalidateQueries();
      // Pages that are not shown now are fetched again when they are, however young they look.
      else if (said.ledger) {
        queries.invalidateQueries({ type: "inactive", refetchType: "none" });
        // What a parent shows of its children changes with them, as its name on theirs with it.
        queries.invalidateQueries({
          predicate: ({ queryKey: [what, account, part] }) =>
            what === "account" &&
            account !== said.ledger &&
            (part === "children" || part === "permissions"),
        });
      }
      silence(false);
    });
    const leave = connect({
      silent: () => silence(true),
      refused: () => queries.invalidateQueries({ queryKey: ["session"] }),
    });
    return () => {
      forget();
      leave();
      silence(false);
    };
  }, [user, queries]);
  return { silent, heard: heard.current };
}

/**
 * Follows the account's change log: whatever is shown of the account, and the query `also`, is
 * fetched again when its revision moves, and after the connection was away, because what was fetched
 * meanwhile may come from before.
 */
export function useLive(account: string | undefined, also?: QueryKey) {
  const queries = useQueryClient();
  const more = JSON.stringify(also ?? null);
  useEffect(() => {
    if (!account) return;
    const refresh = () => {
      queries.invalidateQueries({ queryKey: ["account", account] });
      const queryKey = JSON.parse(more) as QueryKey | null;
      if (queryKey) queries.invalidateQueries({ queryKey });
    };
    let seen: number | undefined;
    const forget = onSaid(({ user, ledger, revision }) => {
      // A stream that begins does not tell what it missed.
      if (!user && (ledger !== account || revision === seen)) return;
      seen = revision;
      refresh();
    });
    window.addEventListener("online", refresh);
    return () => {
      forget();
      window.removeEventListener("online", refresh);
    };
  }, [account, more, queries]);
}
