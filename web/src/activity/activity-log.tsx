import { Button, Select } from "@mantine/core";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import type { Term } from "../app/i18n";
import { Loading } from "../app/shell";
import { optionsOf } from "../entity/fields";
import type { Named } from "../entity/named";
import { ChangeDetail, ChangeLine } from "./change-line";

type ActivityPageData = Schemas["ActivityPage"];

/** Which changes, in the words of the API. */
type Narrowed = { limit: number; before: number; by?: string; term?: string };

const size = 100;

/** A change log in plain words, newest first, narrowed by who and what; each change opens. */
export function ActivityLog({
  queryKey,
  read,
  people,
  terms,
}: {
  queryKey: string[];
  read: (narrowed: Narrowed) => Promise<ActivityPageData>;
  people: Named[];
  terms: readonly Term[];
}) {
  const { t } = useTranslation();
  const { who, what } = useSearch({ strict: false }) as ActivitySearch;
  const navigate = useNavigate();
  const narrow = (search: ActivitySearch) =>
    navigate({
      to: ".",
      search: (before) => ({ ...before, ...search }),
      replace: true,
      resetScroll: false,
    });
  const log = useInfiniteQuery({
    queryKey: [...queryKey, "activity", who, what],
    initialPageParam: 0,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam }) => read({ limit: size, before: pageParam, by: who, term: what }),
    getNextPageParam: ({ changes }: ActivityPageData) =>
      changes.length === size ? changes[size - 1]?.revision : undefined,
  });
  if (!log.data) return <Loading />;
  const shown = log.data.pages.flatMap((page) => page.changes);
  const names = log.data.pages.flatMap((page) => page.names);
  return (
    <>
      <div className="row">
        <Select
          clearable
          searchable
          aria-label={t("activity.who")}
          placeholder={t("activity.who")}
          nothingFoundMessage={t("nothingFound")}
          data={optionsOf(people)}
          value={who ?? null}
          onChange={(value) => narrow({ who: value ?? undefined })}
        />
        <Select
          clearable
          aria-label={t("activity.what")}
          placeholder={t("activity.what")}
          data={terms.map((value) => ({ value, label: t(`term.${value}`) }))}
          value={what ?? null}
          onChange={(value) => narrow({ what: value ?? undefined })}
        />
      </div>
      <ul className="list card">
        {shown.map((change) => (
          <li key={change.revision}>
            <details>
              <summary>
                <ChangeLine change={change} people={names} />
              </summary>
              <ChangeDetail change={change} names={names} />
            </details>
          </li>
        ))}
        {shown.length === 0 && <li className="muted">{t("nothingFound")}</li>}
      </ul>
      {log.hasNextPage && (
        <Button
          variant="default"
          loading={log.isFetchingNextPage}
          onClick={() => log.fetchNextPage()}
        >
          {t("loadMore")}
        </Button>
      )}
    </>
  );
}

/** What narrows the log, kept in the address. */
export interface ActivitySearch {
  who?: string;
  what?: string;
}
