import { Button } from "@mantine/core";
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, data, type Schemas } from "../api/client";
import { formatDate, formatDayAndMonth, formatNumber, ofUnit } from "../app/format";
import { Contributors, WriteButton } from "../app/may";
import { useToday } from "../app/session";
import { nameOf } from "../entity/named";
import { Evidence } from "../media/evidence";
import { AssumedMark } from "../question/assumed-mark";
import { PersonMark } from "../ui/person";
import { Section } from "../ui/section";
import style from "./key-result.module.css";
import type { Page, PartProps } from "./key-result-part";

/** What was said of a key result, the newest first: the value, how sure they are, and in their words. */
export function CheckIns({ page, onOpen }: PartProps) {
  const { t } = useTranslation();
  const today = useToday();
  const { view } = page;
  const older = useOlder(page);
  const all = [...page.checkIns, ...older.checkIns];
  const superseded = new Set(all.map((checkIn) => checkIn.supersedes));
  const rhythm = [
    t("checkIn.every", { count: page.account.checkInInterval }),
    view.nextCheckIn &&
      t(view.nextCheckIn < today ? "checkIn.wasDue" : "checkIn.next", {
        date: formatDate(view.nextCheckIn),
      }),
  ];
  const owes = page.cycle.state === "active" && view.keyResult.follows === "check_ins";
  return (
    <Section
      title={t("checkIn.all")}
      action={owes && <span className="muted">{rhythm.filter(Boolean).join(", ")}</span>}
    >
      {all.length === 0 && <p className="muted">{t("checkIn.empty")}</p>}
      <ul className={style.checkIns}>
        {all.map((checkIn) => (
          <li key={checkIn.id} data-superseded={superseded.has(checkIn.id) || undefined}>
            <time dateTime={checkIn.effectiveOn} title={formatDate(checkIn.effectiveOn)}>
              {formatDayAndMonth(checkIn.effectiveOn)}
            </time>
            <PersonMark name={nameOf(page.people, checkIn.enteredBy)} />
            <div className={style.words}>
              <p>
                <b>{saidOf(checkIn, page)}</b>
                <span className="muted">
                  {[
                    checkIn.site && nameOf(page.allSites, checkIn.site),
                    checkIn.confidence !== null &&
                      t("checkIn.confidence", { confidence: checkIn.confidence }),
                    superseded.has(checkIn.id) && t("checkIn.corrected"),
                  ]
                    .filter(Boolean)
                    .map((fact, place) =>
                      place > 0 || saidOf(checkIn, page) ? ` · ${fact}` : fact,
                    )}
                </span>{" "}
                <AssumedMark account={checkIn.account} id={checkIn.id} />
              </p>
              {checkIn.note && <p className="prose">{checkIn.note}</p>}
              {checkIn.evidence.map((link) => (
                <Evidence key={link} link={link} />
              ))}
            </div>
            <Confidence values={confidencesUntil(checkIn, all, superseded)} />
            {!superseded.has(checkIn.id) && page.cycle.state === "active" && (
              <WriteButton
                variant="subtle"
                size="compact-sm"
                className="no-print"
                onClick={() => onOpen({ checkIn: checkIn.id })}
              >
                {t("checkIn.correct")}
              </WriteButton>
            )}
          </li>
        ))}
      </ul>
      {older.more && (
        <Button
          variant="default"
          loading={older.loading}
          onClick={older.load}
          className={`${style.older} no-print`}
        >
          {t("loadMore")}
        </Button>
      )}
      {page.cycle.state === "active" && (
        <Contributors>
          <p className="no-print">
            <Link
              to="/accounts/$account/import"
              params={{ account: page.account.id }}
              search={{ kind: "check_ins" }}
            >
              {t("checkIn.fromFile")}
            </Link>
          </p>
        </Contributors>
      )}
    </Section>
  );
}

type CheckIn = Schemas["CheckIn"];

/** Those that are older than the page's own, once somebody asks for them. */
function useOlder({ checkIns, moreCheckIns, view: { keyResult } }: Page) {
  const [wanted, setWanted] = useState(false);
  const last = checkIns.at(-1)?.id;
  const query = useInfiniteQuery({
    queryKey: ["key-result", keyResult.id, "check-ins", last],
    enabled: wanted && moreCheckIns,
    initialPageParam: last,
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam }) =>
      data(
        api.GET("/api/v1/key-results/{parent}/check-ins", {
          params: { path: { parent: keyResult.id }, query: { after: pageParam } },
        }),
      ),
    getNextPageParam: ({ checkIns, more }) => (more ? checkIns.at(-1)?.id : undefined),
  });
  const started = wanted && moreCheckIns;
  return {
    checkIns: started ? (query.data?.pages.flatMap((part) => part.checkIns) ?? []) : [],
    more: started ? query.hasNextPage || query.isPending || query.isError : moreCheckIns,
    loading: query.isFetching,
    load: () => {
      if (!started) setWanted(true);
      else if (query.isError && !query.data) query.refetch();
      else query.fetchNextPage();
    },
  };
}

/** The value or stage that a check-in says; nothing where the value comes from its source. */
const saidOf = ({ value, stage }: CheckIn, { view: { keyResult } }: Page) => {
  if (stage !== null) return keyResult.stages[stage]?.title;
  return value === null ? undefined : formatNumber(value) + ofUnit(keyResult.unit, " ");
};

/** The last three, up to this one. */
export const confidencesUntil = (
  checkIn: CheckIn,
  newestFirst: CheckIn[],
  superseded: Set<string | null>,
) =>
  newestFirst
    .slice(newestFirst.indexOf(checkIn))
    .filter(({ id }) => id === checkIn.id || !superseded.has(id))
    .flatMap(({ confidence }) => (confidence === null ? [] : [confidence]))
    .slice(0, 3)
    .toReversed();

/** How sure they were, as small bars; the words stand beside the value. */
const Confidence = ({ values }: { values: number[] }) => (
  <span className={style.confidence} aria-hidden="true">
    {values.map((value, place) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: two may be alike, and none moves.
      <i key={place} style={{ height: `${10 + value * 9}%` }} />
    ))}
  </span>
);
