import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { ApiProblem, api, data, type Schemas } from "../api/client";

const none: Schemas["FoundGroup"][] = [];

/** What the server finds by `words`: while one types, what it found last stays. */
export function useFound(words: string[]) {
  const wanted = words.join(" ");
  const [settled] = useDebouncedValue(wanted, 150);
  const asks = wanted !== "";
  const query = useQuery({
    queryKey: ["search", settled],
    enabled: asks && settled !== "",
    queryFn: ({ signal }) =>
      data(api.GET("/api/v1/search", { params: { query: { q: settled } }, signal })),
    placeholderData: keepPreviousData,
    retry: false,
    throwOnError: false,
  });
  const { error } = query;
  return {
    groups: asks ? (query.data?.groups ?? none) : none,
    more: asks && (query.data?.more ?? false),
    waits: asks && (query.isFetching || settled !== wanted),
    problem:
      !asks || !error
        ? undefined
        : error instanceof ApiProblem && error.unreached
          ? ("offline" as const)
          : ("failed" as const),
  };
}
