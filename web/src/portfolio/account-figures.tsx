import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import {
  formatComputed,
  formatDaysAgo,
  formatNumber,
  formatPercent,
  formatShare,
  formatTimeAgo,
  ofUnit,
  perCent,
  shortWeekday,
} from "../app/format";
import { daysBetween, wallClock } from "../app/zone";
import { shortPeriod } from "../supply/period-name";
import { Bar } from "../ui/bar";
import style from "./account-figures.module.css";
import { Rhythm } from "./rhythm";
import { ShareSpark } from "./share-spark";

export type Line = Schemas["PortfolioLine"];
export type Detail = Schemas["PortfolioDetail"];
export type ObjectiveLine = Schemas["PortfolioObjective"];

const toneOf = (moved: number | null) =>
  moved === null || moved === 0 ? undefined : moved > 0 ? "ok" : "bad";

/** How far it is, and how far it should be. */
export function Progress({
  of,
  told,
}: {
  of: Pick<Schemas["PortfolioFigures"], "progress" | "health"> & { expected: number | null };
  /** What is said behind the figure in place of what is expected. */
  told?: Schemas["Health"];
}) {
  const { t } = useTranslation();
  const { progress, expected, health } = of;
  return (
    <div className={style.progress}>
      <Bar
        progress={progress}
        expected={expected}
        stale={health === "outdated"}
        size={told && "thin"}
        told
      />
      <span className={style.second}>
        {formatPercent(progress)}
        {told ? (
          <>
            {" · "}
            <b data-health={told}>{t(`choice.Health.${told}`)}</b>
          </>
        ) : (
          expected !== null && ` · ${t("portfolio.expected", { percent: formatPercent(expected) })}`
        )}
      </span>
    </div>
  );
}

/** Whether some of its share is estimated: its last one is the share that its line tells. */
export const isShareEstimated = ({ figures, detail }: Pick<Line, "figures" | "detail">) =>
  figures.share !== null && detail?.shares.at(-1)?.estimated === true;

/** "≈39,1 %", as files have it. */
export const shareOf = (line: Pick<Line, "figures" | "detail">) =>
  `${isShareEstimated(line) ? "≈" : ""}${formatShare(line.figures.share)}`;

/** The share of supply, how it came there, and how it moved within a period. */
export function Share({ line }: { line: Line }) {
  const { t } = useTranslation();
  const { figures, detail } = line;
  const change = detail?.shareChange ?? null;
  return (
    <Link
      to="/accounts/$account/supply"
      params={{ account: figures.account }}
      className={style.share}
    >
      {detail && <ShareSpark shares={detail.shares} />}
      <b>{shareOf(line)}</b>
      {change !== null && (
        <span className={style.change} data-tone={toneOf(change)}>
          {signed(change * 100)}
        </span>
      )}
      {figures.sharePeriod && figures.shareStartsOn && (
        <span className={style.period}>
          {shortPeriod(figures.sharePeriod, figures.shareStartsOn)}
          {figures.shareRunning && `, ${t("supply.running")}`}
          {figures.shareUnit === "pieces" && ` · ${t("choice.SupplyUnit.pieces")}`}
        </span>
      )}
    </Link>
  );
}

const signed = (value: number) =>
  `${value > 0 ? "+" : value < 0 ? "−" : "±"}${formatComputed(Math.abs(value), 1)}`;

/** "58 auf 57, Ziel 60 %" */
function Course({ of }: { of: ObjectiveLine }) {
  const { t } = useTranslation();
  const { decimals, outcomeKind, outcomeUnit } = of;
  const written = (value: number) =>
    outcomeKind === "supply"
      ? perCent(Number(value.toFixed(Math.min(decimals, 15))))
      : formatComputed(value, decimals) + ofUnit(outcomeUnit, " ");
  if (of.now === null) return null;
  const now = of.target === null ? written(of.now) : formatComputed(of.now, decimals);
  const course =
    of.baseline === null
      ? t("portfolio.course.now", { now })
      : t("portfolio.course.from", { baseline: formatComputed(of.baseline, decimals), now });
  return of.target === null
    ? course
    : t("portfolio.course.target", { course, target: written(of.target) });
}

/** What moved at the customer, as the outcome that tells the most says it. */
export function Outcome({ line: { figures, detail, cycle } }: { line: Line }) {
  const { t } = useTranslation();
  if (!detail) return <>{formatShare(figures.effect)}</>;
  const running = detail.objectives.filter((one) => one.course);
  const told = running.find((one) => one.objective === detail.told);
  if (!cycle) return <span className={style.second}>{t("portfolio.noCycle")}</span>;
  if (!told)
    return (
      <>
        <b data-tone="warn">{t("portfolio.notMeasured")}</b>
        {running.every((one) => one.outcomeKind === "none") && (
          <span className={style.second}>{t("portfolio.noTarget")}</span>
        )}
      </>
    );
  const what = told.wholeShare
    ? t("portfolio.ofShare")
    : told.outcomeKind === "supply"
      ? t("supply.title")
      : told.outcome || t("outcome");
  return (
    <Link
      to="/accounts/$account/effectiveness"
      params={{ account: figures.account }}
      className={style.outcome}
    >
      <b data-tone={toneOf(told.effect ?? told.soFar)}>
        {told.moved ? t("portfolio.moved", { what, moved: t(`choice.Moved.${told.moved}`) }) : what}
      </b>
      <span className={style.second}>
        <Course of={told} />
      </span>
    </Link>
  );
}

/** The same of one objective, in a line. */
export function ObjectiveOutcome({ of }: { of: ObjectiveLine }) {
  const { t } = useTranslation();
  if (of.outcomeKind === "none" || of.now === null)
    return <span data-tone="warn">{t("portfolio.notMeasured")}</span>;
  return <Course of={of} />;
}

export const WeekRhythm = ({ detail }: { detail: Detail }) => <Rhythm weeks={detail.weeks} />;

/** What waits for an answer, or for how long nothing has been heard. */
export function Signals({ line: { figures, detail } }: { line: Line }) {
  const { t } = useTranslation();
  const { waiting, overdue } = figures;
  const fresh = detail?.fresh ?? 0;
  const silent = detail?.lastSignal ? daysBetween(detail.lastSignal, figures.day) : undefined;
  return (
    <Link
      to="/accounts/$account/signals"
      params={{ account: figures.account }}
      className={style.signals}
    >
      {waiting === 0 ? (
        <>
          <b data-tone={detail?.withoutSignals ? "warn" : undefined}>
            {t(detail && silent === undefined ? "portfolio.noSignal" : "portfolio.noneWaits")}
          </b>
          {silent !== undefined && (
            <span className={style.second}>
              {t("portfolio.lastSignal", { when: formatTimeAgo(silent) })}
            </span>
          )}
        </>
      ) : (
        <>
          {overdue > 0 ? (
            <b data-tone="bad">{t("portfolio.overdueSignals", { count: overdue })}</b>
          ) : (
            <b>{t("portfolio.waits", { count: waiting })}</b>
          )}
          {overdue > 0 && waiting > overdue && fresh === 0 && (
            <span className={style.second}>
              {t("portfolio.waits", { count: waiting - overdue })}
            </span>
          )}
          {fresh > 0 && (overdue > 0 || waiting > fresh) && (
            <span className={style.second}>{t("portfolio.fresh", { count: fresh })}</span>
          )}
        </>
      )}
    </Link>
  );
}

export function NextMeeting({ line: { figures, detail } }: { line: Line }) {
  const { t } = useTranslation();
  const { nextMeeting } = figures;
  return (
    <Link
      to="/accounts/$account/meetings"
      params={{ account: figures.account }}
      className={style.signals}
    >
      {nextMeeting ? (
        <span className={style.nowrap}>{shortWeekday(nextMeeting)}</span>
      ) : (
        <span data-tone="warn">{t("portfolio.noMeeting")}</span>
      )}
      {detail?.meetingMissed ? (
        <span className={style.second} data-tone="bad">
          {t("portfolio.meetingMissed")}
        </span>
      ) : (
        nextMeeting && (
          <span className={style.second}>
            {formatDaysAgo(
              -Math.max(0, daysBetween(figures.day, wallClock(nextMeeting).slice(0, 10))),
            )}
          </span>
        )
      )}
    </Link>
  );
}

export function Agility({ line: { figures } }: { line: Line }) {
  return (
    <Link to="/accounts/$account/agility" params={{ account: figures.account }}>
      <b>{figures.agility === null ? "–" : formatNumber(Math.round(figures.agility))}</b>
    </Link>
  );
}

/** Industry, length of a cycle, parent, manager: what the account is. */
export function WhatItIs({ line }: { line: Line }) {
  const { t } = useTranslation();
  const { industry, parent, parentName, managers, detail } = line;
  return (
    <span className={style.second}>
      {[
        industry,
        detail && t("portfolio.cadence", { count: detail.cadence }),
        parent && t("group.of", { name: parentName }),
        managers.join(", "),
      ]
        .filter(Boolean)
        .join(" · ")}
    </span>
  );
}
