import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

const again = 2_000;

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
    let source: EventSource;
    let timer: ReturnType<typeof setTimeout>;
    let seen: number | undefined;
    let away = false;
    const connect = () => {
      source = new EventSource(`/api/v1/accounts/${account}/live`);
      source.onmessage = (event) => {
        const { revision } = JSON.parse(event.data) as { revision: number };
        // The first one, too: what is shown was fetched before anybody listened.
        if (away || revision !== seen) refresh();
        away = false;
        seen = revision;
      };
      source.onerror = () => {
        away = true;
        // Browsers try again by themselves, unless they gave the connection up.
        if (source.readyState !== EventSource.CLOSED) return;
        clearTimeout(timer);
        timer = setTimeout(connect, again);
      };
    };
    connect();
    window.addEventListener("online", refresh);
    return () => {
      clearTimeout(timer);
      source.close();
      window.removeEventListener("online", refresh);
    };
  }, [account, more, queries]);
}
