import { Button, Select } from "@mantine/core";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { formatDate } from "../app/format";
import type { Term } from "../app/i18n";
import { Loading } from "../app/shell";
import { optionsOf } from "../entity/fields";
import type { Named } from "../entity/named";
import style from "./activity.module.css";
import { ChangeDetail, ChangeLine } from "./change-line";
import { measuresOf } from "./measures";

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
  const { who, what } = useSearch({ strict: false });
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
  const measures = measuresOf(log.data.pages);
  return (
    <>
      <div className={style.filters}>
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
      {shown.length === 0 && <p className="muted">{t("nothingFound")}</p>}
      {inDays(shown).map(({ day, changes }) => (
        <div key={changes[0]?.revision ?? day}>
          <h2 className={style.day}>{day}</h2>
          <ul className={style.changes}>
            {changes.map((change) => (
              <li key={change.revision}>
                <details>
                  <summary>
                    <ChangeLine
                      change={change}
                      people={measures.names}
                      measures={measures}
                      day={false}
                    />
                  </summary>
                  <ChangeDetail
                    change={change}
                    names={measures.names}
                    keyResults={measures.keyResults}
                    meetings={measures.meetings}
                  />
                </details>
              </li>
            ))}
          </ul>
        </div>
      ))}
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

/** The changes as they come, newest first, by the reader's days. */
function inDays(changes: Schemas["Change"][]) {
  const days: { day: string; changes: Schemas["Change"][] }[] = [];
  for (const change of changes) {
    const day = formatDate(change.at);
    const last = days.at(-1);
    if (last?.day === day) last.changes.push(change);
    else days.push({ day, changes: [change] });
  }
  return days;
}

/** What narrows the log, kept in the address. */
export interface ActivitySearch {
  who?: string;
  what?: string;
}
