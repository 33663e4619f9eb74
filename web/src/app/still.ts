import { queryClient } from "./query-client";

/**
 * Calls `then` once the page stands: a moment later, and not while anything is still asked for, because
 * on a slow machine what is seldom wanted would come in between. Returns how to stop that.
 */
export function whenStill(then: () => void): () => void {
  const look = () => {
    if (queryClient.isFetching() > 0) timer = setTimeout(look, 500);
    else then();
  };
  let timer = setTimeout(look, 1500);
  return () => clearTimeout(timer);
}
