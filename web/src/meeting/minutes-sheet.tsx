import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { formatDate, formatDayInFull, formatShare } from "../app/format";
import { QuadrantChip } from "../cycle/quadrant";
import { Chip } from "../ui/chip";
import style from "./minutes.module.css";
import type { Meeting } from "./room-query";
import { useChangesIn } from "./use-changes-in";

type Kept = Schemas["Minutes"];

/** What happened in a meeting, in the language of whoever reads it. */
export function MinutesSheet({ meeting, minutes }: { meeting: Meeting; minutes: Kept }) {
  const { t } = useTranslation();
  const changes = useChangesIn(meeting);
  return (
    <article className={style.sheet}>
      <header>
        <h2>
          {t("meeting.minutesOfKind", {
            account: minutes.account,
            kind: t(`choice.MeetingKind.${minutes.kind}`),
          })}
        </h2>
        <p className="muted">{formatDayInFull(minutes.day)}</p>
        {minutes.attended.length > 0 && (
          <p>
            {t("meeting.attended")} {minutes.attended.join(", ")}
          </p>
        )}
        {minutes.signal && (
          <p>
            {t("term.signal")}: <b>{minutes.signal}</b>
          </p>
        )}
      </header>
      <Part title={t("meeting.decisions")} lines={minutes.decisions} strong />
      {minutes.actions.length > 0 && (
        <Listed title={t("action.all")}>
          {minutes.actions.map(({ title, assignee, due }) => (
            <li key={title}>
              {title}
              <span className="muted">
                {" · "}
                {[
                  assignee || t("plan.noOwner"),
                  due && t("meeting.until", { date: formatDate(due) }),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </li>
          ))}
        </Listed>
      )}
      {minutes.results.length > 0 && (
        <Listed title={t("meeting.resultsOf", { name: minutes.endedCycle })}>
          {minutes.results.map((one) => (
            <li key={one.title}>
              <b>{one.title}</b> <QuadrantChip quadrant={one.quadrant} />{" "}
              {one.decision && <Chip tone="line">{t(`choice.Decision.${one.decision}`)}</Chip>}
              <span className="muted">
                {" "}
                {t("effect.result")} {formatShare(one.result)} · {t("outcome")}{" "}
                {formatShare(one.effect)}
              </span>
              {one.lesson && <q className={style.lesson}>{one.lesson}</q>}
            </li>
          ))}
        </Listed>
      )}
      {minutes.topics.length > 0 && (
        <Listed
          title={
            minutes.nextCycle
              ? t("meeting.topicsFor", { name: minutes.nextCycle })
              : t("plan.focus")
          }
        >
          {minutes.topics.map((one) => (
            <li key={one.title}>
              {one.title}
              {one.votes !== null && ` (${t("plan.votes", { count: one.votes })})`}
              {one.grouped.length > 0 && (
                <span className="muted">
                  {" · "}
                  {one.grouped.join(" · ")}
                </span>
              )}
            </li>
          ))}
        </Listed>
      )}
      <Part title={t("meeting.parkedHere")} lines={minutes.parked} />
      <Part title={t("meeting.notesOnly")} lines={minutes.notes} />
      {minutes.answered.length > 0 && (
        <Listed title={t("meeting.answeredQuestions")}>
          {minutes.answered.map(({ text, answer }) => (
            <li key={text}>
              {text} <b>{answer}</b>
            </li>
          ))}
        </Listed>
      )}
      {minutes.open.length > 0 && (
        <Listed title={t("meeting.step.questions")}>
          {minutes.open.map((one) => (
            <li key={one.text}>
              {one.text}
              <span className="muted">
                {[
                  one.contact && t("question.whom", { name: one.contact }),
                  one.askedBy && t("question.asks", { name: one.askedBy }),
                  one.askBy && t("question.by", { date: formatDate(one.askBy) }),
                ]
                  .filter(Boolean)
                  .map((part) => ` · ${part}`)}
              </span>
            </li>
          ))}
          {minutes.moreOpen > 0 && (
            <li className="muted">{t("meeting.moreOpen", { count: minutes.moreOpen })}</li>
          )}
        </Listed>
      )}
      <Part title={t("meeting.changes")} lines={changes ?? minutes.changes} />
      <Part title={t("meeting.afterwards")} lines={minutes.afterwards} />
    </article>
  );
}

function Listed({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      <ul>{children}</ul>
    </section>
  );
}

function Part({ title, lines, strong }: { title: string; lines: string[]; strong?: boolean }) {
  if (lines.length === 0) return null;
  return (
    <Listed title={title}>
      {[...new Set(lines)].map((line) => (
        <li key={line}>{strong ? <b>{line}</b> : line}</li>
      ))}
    </Listed>
  );
}
