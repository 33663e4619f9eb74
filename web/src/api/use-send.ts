import { type InvalidateQueryFilters, useMutation, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { ApiProblem } from "./client";
import type { Collection } from "./entity";

/** Queries that show nothing of what stands in an account. */
const apart: unknown[] = [
  "session",
  "users",
  "organisation",
  "invitation",
  "playbooks",
  "backups",
  "import-check",
  "hints",
  "check-in-effect",
  "reachable",
];

/** Whatever is shown of accounts, on pages to come, too. */
export const ofAccounts: InvalidateQueryFilters = {
  predicate: ({ queryKey }) => !apart.includes(queryKey[0]),
};

/** What shows entities of a collection: people's names and the organisation's day stand everywhere. */
export const shownIn = (collection: Collection): InvalidateQueryFilters =>
  collection === "/users" || collection === "/organisation" ? {} : ofAccounts;

interface Options<T, V> {
  /** What follows as soon as it has arrived, before anything is fetched again. */
  onSent?: (answer: T, variables: V) => unknown;
  /** What is fetched again once it has arrived. */
  refreshes?: InvalidateQueryFilters[];
  /** Shows it before the server has answered; returns what takes that back where it is refused. */
  ahead?: (variables: V) => () => void;
}

/**
 * One write and how it is going. `submit` is for who shows `problem` at its place, `send` for who goes
 * on with the answer or has no place for a refusal: it is thrown, and said below the page. They stay the
 * same functions for as long as the component is there: an effect that sends does so once.
 */
export function useSend<T, V = void>(
  request: (variables: V) => Promise<T>,
  { onSent, refreshes = [], ahead }: Options<T, V> = {},
) {
  const queries = useQueryClient();
  const {
    mutateAsync: send,
    reset: clear,
    isPending,
    error,
  } = useMutation({
    mutationFn: (variables: V) => request(variables),
    // Whether there is a network, trying it says.
    networkMode: "always",
    onMutate: (variables) => ahead?.(variables),
    onError: (_error, _variables, takeBack) => takeBack?.(),
    onSuccess: async (answer, variables) => {
      await onSent?.(answer, variables);
      await Promise.all(refreshes.map((filters) => queries.invalidateQueries(filters)));
    },
  });
  const submit = useCallback(
    async (variables: V): Promise<{ answer: T } | undefined> => {
      try {
        return { answer: await send(variables) };
      } catch (caught) {
        if (!(caught instanceof ApiProblem)) throw caught;
        return undefined;
      }
    },
    [send],
  );
  return {
    send,
    /** The answer, in a box; none where it was refused. */
    submit,
    pending: isPending,
    problem: error instanceof ApiProblem ? error : undefined,
    /** Forgets the problem. */
    clear,
  };
}
