import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { formatDate } from "../app/format";
import { WriteButton } from "../app/may";
import { Doubt } from "../question/doubt";
import { Priority } from "../ui/priority";
import { Section } from "../ui/section";
import style from "./plan.module.css";
import type { PlanPageData } from "./plan-query";
import type { PlanFrom } from "./tray";

/** The signals that wait for an answer and the questions that nobody has answered. */
export function WhatChanged({
  plan,
  heard,
  planFrom,
}: {
  plan: PlanPageData;
  heard: Schemas["SignalBoard"] | undefined;
  planFrom: PlanFrom | undefined;
}) {
  const { t } = useTranslation();
  const params = { account: plan.account.id };
  const waiting = heard?.signals.filter(({ waits }) => waits) ?? [];
  const questions = heard?.questions ?? [];
  return (
    <>
      <Section
        title={t("plan.signals")}
        count={waiting.length}
        action={
          <Link className={style.link} to="/accounts/$account/signals" params={params}>
            {t("plan.toSignals")}
          </Link>
        }
      >
        {waiting.length === 0 && <p className="muted">{t("plan.noSignal")}</p>}
        <ul className={style.lines}>
          {waiting.map(({ signal, priority, overdue, days }) => (
            <li key={signal.id}>
              <Priority value={priority} />
              <div className={style.text}>
                <Link to="/accounts/$account/signals" params={params} hash={signal.id}>
                  <b>{signal.title}</b>
                </Link>
                <p className={style.second}>
                  {t(`choice.SignalTheme.${signal.theme}`)} ·{" "}
                  <span className={overdue ? "poor" : undefined}>
                    {t("plan.waitsDays", { count: days })}
                  </span>
                </p>
              </div>
              {planFrom && (
                <WriteButton
                  variant="default"
                  size="compact-md"
                  className="no-print"
                  aria-label={`${t("plan.takeStep")}: ${signal.title}`}
                  onClick={() => planFrom.signal(signal)}
                >
                  {t("plan.takeStep")}
                </WriteButton>
              )}
            </li>
          ))}
        </ul>
      </Section>
      <Section
        title={t("question.title")}
        count={questions.length}
        action={
          <Link className={style.link} to="/accounts/$account/questions" params={params}>
            {t("question.toPage")}
          </Link>
        }
      >
        {plan.doubt && <Doubt account={plan.account.id} />}
        {questions.length === 0 && !plan.doubt && <p className="muted">{t("plan.noQuestion")}</p>}
        <ul className={style.lines}>
          {questions.map(({ question, aboutName, overdue }) => (
            <li key={question.id}>
              <div className={style.text}>
                <Link to="/accounts/$account/questions" params={params} hash={question.id}>
                  <b>{question.text}</b>
                </Link>
                <p className={style.second}>
                  {aboutName}
                  {question.askBy && (
                    <span className={overdue ? "poor" : undefined}>
                      {" · "}
                      {t("plan.askBy", { date: formatDate(question.askBy) })}
                    </span>
                  )}
                </p>
              </div>
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}
