import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

/**
 * Follows the account's change log: whatever is shown of the account, and the query `also`, is
 * fetched again when its revision moves, also when it moved while the connection was away.
 */
export function useLive(account: string | undefined, also?: QueryKey) {
  const queries = useQueryClient();
  const more = JSON.stringify(also ?? null);
  useEffect(() => {
    if (!account) return;
    let seen: number | undefined;
    const source = new EventSource(`/api/v1/accounts/${account}/live`);
    source.onmessage = (event) => {
      const { revision } = JSON.parse(event.data) as { revision: number };
      if (seen !== undefined && revision !== seen) {
        queries.invalidateQueries({ queryKey: ["account", account] });
        const queryKey = JSON.parse(more) as QueryKey | null;
        if (queryKey) queries.invalidateQueries({ queryKey });
      }
      seen = revision;
    };
    return () => source.close();
  }, [account, more, queries]);
}
