import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

/**
 * Follows the account's change log: whatever is shown of the account is fetched again when its
 * revision moves, also when it moved while the connection was away.
 */
export function useLive(account: string | undefined) {
  const queries = useQueryClient();
  useEffect(() => {
    if (!account) return;
    let seen: number | undefined;
    const source = new EventSource(`/api/v1/accounts/${account}/live`);
    source.onmessage = (event) => {
      const { revision } = JSON.parse(event.data) as { revision: number };
      if (seen !== undefined && revision !== seen)
        queries.invalidateQueries({ queryKey: ["account", account] });
      seen = revision;
    };
    return () => source.close();
  }, [account, queries]);
}
