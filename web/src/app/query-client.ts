import { QueryCache, QueryClient } from "@tanstack/react-query";
import { ApiProblem, whenStranger } from "../api/client";
import { keepReachable } from "./connection";

/**
 * A page that could not be fetched shows why (`PageProblem`); one that was fetched before stays as it
 * was while the next fetch fails.
 */
export const queryClient: QueryClient = new QueryClient({
  queryCache: new QueryCache({
    onSuccess: () => keepReachable(queryClient, true),
    onError: (error) => {
      if (!(error instanceof ApiProblem)) return;
      keepReachable(queryClient, !error.unreached);
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      refetchOnWindowFocus: true,
      // The service worker answers without a network, too.
      networkMode: "always",
      retry: (count, error) => count < 1 && error instanceof ApiProblem && error.status >= 500,
      throwOnError: (_, query) => query.state.data === undefined,
    },
  },
});

// Signed out elsewhere, or after thirty days: the session says so, and the shell asks to sign in.
whenStranger(() => {
  queryClient.invalidateQueries({ queryKey: ["session"] }, { cancelRefetch: false });
});
