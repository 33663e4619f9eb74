import { useTranslation } from "react-i18next";
import { formatDate, formatDayAndMonth } from "../app/format";
import type { SignalView } from "./signal-card";
import styles from "./signals.module.css";

const day = 86_400_000;
/** So many days are shown at least and at most, and so many to come. */
const least = 42;
const most = 140;
const ahead = 15;

/** From when to when the lines go. */
export interface Scale {
  from: number;
  to: number;
  today: string;
  /** When the cycle at hand began, where that is known. */
  cycle?: string;
}

const at = (date: string) => Date.parse(date);

/** Wide enough for the signals shown, however old they are. */
export function scaleOf(views: SignalView[], today: string, cycle?: string): Scale {
  const now = at(today);
  const oldest = Math.min(now, ...views.map(({ signal }) => at(signal.createdAt)));
  const days = Math.min(Math.max((now - oldest) / day + 7, least), most);
  return { from: now - days * day, to: now + ahead * day, today, cycle };
}

const place = ({ from, to }: Scale, time: number) =>
  Math.min(Math.max(((time - from) / (to - from)) * 100, 0), 100);

const percent = (value: number) => `${value}%`;

/** The months, where the cycle began, and today: above the lines. */
export function ScaleHead({ scale }: { scale: Scale }) {
  const { t } = useTranslation();
  const months: string[] = [];
  for (let time = scale.from + day; time < at(scale.today) - 8 * day; time += day) {
    const date = new Date(time).toISOString().slice(0, 10);
    if (date.endsWith("-01")) months.push(date);
  }
  return (
    <div className={styles.scale} aria-hidden="true">
      {months.map((month) => (
        <span key={month} style={{ left: percent(place(scale, at(month))) }}>
          {formatDayAndMonth(month)}
        </span>
      ))}
      <b style={{ left: percent(place(scale, at(scale.today))) }}>{t("timeLine.today")}</b>
    </div>
  );
}

/** From when a signal was recorded to its answer, or to today. Its words stand beside it. */
export function ResponseLine({ view, scale }: { view: SignalView; scale: Scale }) {
  const begun = at(view.signal.createdAt);
  const now = at(scale.today) + day / 2;
  const answered = view.signal.answeredAt && !view.waits ? at(view.signal.answeredAt) : undefined;
  const ends = answered ?? now;
  const from = place(scale, begun);
  const to = place(scale, Math.max(ends, begun));
  const past = ends < scale.from;
  const due = view.answerBy && at(view.answerBy) <= scale.to ? at(view.answerBy) : undefined;
  return (
    <span className={styles.track} aria-hidden="true">
      {scale.cycle && at(scale.cycle) > scale.from && (
        <i className={styles.cycle} style={{ left: percent(place(scale, at(scale.cycle))) }} />
      )}
      <i className={styles.today} style={{ left: percent(place(scale, at(scale.today))) }} />
      {!past && (
        <i
          className={styles.line}
          data-state={view.overdue ? "late" : answered ? "done" : "waits"}
          data-begins={begun >= scale.from || undefined}
          style={{ left: percent(from), width: percent(to - from) }}
        />
      )}
      {due !== undefined && (
        <i className={styles.due} style={{ left: percent(place(scale, due)) }} />
      )}
    </span>
  );
}

/** How long it waits, or waited for its answer, and by when it is to be answered. */
export function ResponseWords({ view }: { view: SignalView }) {
  const { t } = useTranslation();
  const { signal } = view;
  const last = view.responses[view.responses.length - 1];
  const days = Math.round(view.responseDays ?? 0);
  return (
    <span className={styles.words}>
      {view.waits ? (
        <>
          <span className={view.overdue ? styles.late : styles.waits}>
            {t(view.overdue || signal.state !== "new" ? "signal.openFor" : "signal.newSince", {
              count: view.days,
            })}
          </span>
          {view.answerBy && (
            <small>{t("signal.answerBy", { date: formatDayAndMonth(view.answerBy) })}</small>
          )}
        </>
      ) : (
        <>
          <span>
            {view.responseDays === null
              ? t(`choice.SignalState.${signal.state}`)
              : t("signal.after", { count: days })}
          </span>
          {signal.state === "watched" && signal.watchUntil ? (
            <small>{t("signal.watchedTo", { date: formatDate(signal.watchUntil) })}</small>
          ) : (
            last && <small>{t(`choice.ResponseKind.${last.kind}`)}</small>
          )}
        </>
      )}
    </span>
  );
}

/** What the kinds of lines mean. */
export function LineLegend() {
  const { t } = useTranslation();
  return (
    <p className={styles.legend} aria-hidden="true">
      {(["done", "waits", "late"] as const).map((state) => (
        <span key={state}>
          <i className={styles.line} data-state={state} data-begins />
          {t(`signal.legend.${state}`)}
        </span>
      ))}
      <span>
        <i className={styles.due} />
        {t("signal.legend.due")}
      </span>
    </p>
  );
}
