import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatDaysAgo, formatPercent } from "../app/format";
import { LinkButton } from "../app/link-button";
import { WriteButton } from "../app/may";
import { useToday } from "../app/session";
import { CheckInForm } from "../check_in/lazy-check-in";
import { cockpitQuery, type KeyResultView } from "../cockpit/cockpit-query";
import { useStandpoint } from "../key_result/standpoint";
import { QuestionList } from "../question/question-list";
import { questionsQuery } from "../question/question-query";
import { AnswerMenu } from "../signal/answer-menu";
import { SignalState } from "../signal/signal-card";
import { Bar } from "../ui/bar";
import { HealthChip } from "../ui/health-chip";
import { Priority } from "../ui/priority";
import { Spark } from "../ui/spark";
import type { Room, Step } from "./room-page";

/** What the meeting looks at in a step of its agenda. */
export function StepContent({ room, step }: { room: Room; step: Step }) {
  const { t } = useTranslation();
  const today = useToday();
  const cockpit = useQuery(cockpitQuery(room.account.id, room.cycle ?? undefined)).data;
  const standpoint = useStandpoint();
  const [checkIn, setCheckIn] = useState<KeyResultView>();
  if (!cockpit) return null;
  const silence = (view: KeyResultView) => view.daysSilent ?? 10_000;
  const keyResults = cockpit.objectives
    .flatMap((view) => view.keyResults)
    .filter(({ keyResult }) => keyResult.state === "active")
    .sort((left, right) => silence(right) - silence(left));
  switch (step) {
    case "results":
    case "effect":
      return (
        <div className="card stack">
          {cockpit.objectives.map((view) => (
            <div key={view.objective.id}>
              <b>{view.objective.title}</b>
              <div className="facts">
                <div>
                  <span className="muted">
                    {t("progress")} {formatPercent(view.progress)} ·{" "}
                    {view.measured < view.total &&
                      `${t("measured", { measured: view.measured, total: view.total })} · `}
                    {t("expectedByNow", { percent: formatPercent(view.expected) })}
                  </span>
                  <Bar
                    progress={view.progress}
                    expected={view.expected}
                    stale={view.outdated > 0}
                    told
                  />
                </div>
                {view.objective.outcomeKind !== "none" && (
                  <div>
                    <span className="muted">
                      {t("outcome")}: {view.objective.outcome} {formatPercent(view.outcome.effect)}
                    </span>
                    <Spark outcome={view.outcome} />
                  </div>
                )}
              </div>
            </div>
          ))}
          {room.cycle && (
            <Link to="/cycles/$cycle/review" params={{ cycle: room.cycle }}>
              {t("review.open")}
            </Link>
          )}
        </div>
      );
    case "signals":
    case "what":
    case "answer":
      return (
        <div className="card stack">
          {cockpit.signals.length === 0 && <p className="muted">{t("inbox.empty")}</p>}
          {cockpit.signals
            .filter(
              ({ signal }) => step === "signals" || !room.signal || signal.id === room.signal.id,
            )
            .map((view) => (
              <div key={view.signal.id} className="row">
                <Priority value={view.priority} />
                <span className="grow">
                  <b>{view.signal.title}</b>
                  <br />
                  <SignalState view={view} />
                </span>
                <AnswerMenu signal={view.signal} />
              </div>
            ))}
          {step !== "signals" && room.signal && (
            <p>
              <b>{room.signal.title}</b>
              <br />
              <span className="muted">{room.signal.detail}</span>
            </p>
          )}
        </div>
      );
    case "questions":
      return <RoomQuestions room={room} />;
    case "goals":
      return (
        <div className="card">
          <ul className="list">
            {cockpit.goals.map(({ goal, monthsLeft, stepsInCycle }) => (
              <li key={goal.id}>
                <b>{goal.title}</b>
                <div className={stepsInCycle === 0 ? "fair" : "muted"}>
                  {t("goal.in", { count: monthsLeft })} ·{" "}
                  {t("timeLine.steps", { count: stepsInCycle })}
                </div>
              </li>
            ))}
          </ul>
          <Link to="/accounts/$account/long-term" params={{ account: room.account.id }}>
            {t("longTerm.title")}
          </Link>
        </div>
      );
    case "check_ins":
      return (
        <div className="card">
          <p className="muted">{t("meeting.oldestFirst")}</p>
          <ul className="list">
            {keyResults.map((view) => (
              <li key={view.keyResult.id} className="row">
                <span className="grow">
                  {view.keyResult.title}
                  <div className="muted">
                    {standpoint(view)}
                    {view.daysSilent !== null && ` · ${formatDaysAgo(view.daysSilent)}`}
                  </div>
                </span>
                <HealthChip health={view.health} />
                <WriteButton
                  aria-label={t("checkIn.for", { title: view.keyResult.title })}
                  onClick={() => setCheckIn(view)}
                >
                  {t("checkIn.title")}
                </WriteButton>
              </li>
            ))}
          </ul>
          {checkIn && (
            <CheckInForm view={checkIn} today={today} onClose={() => setCheckIn(undefined)} />
          )}
        </div>
      );
    case "plan":
      return (
        <div className="card stack">
          <p className="muted">{t("meeting.planStep")}</p>
          {room.cycle && (
            <LinkButton to="/cycles/$cycle/plan" params={{ cycle: room.cycle }}>
              {t("plan.open")}
            </LinkButton>
          )}
        </div>
      );
    default:
      return <p className="muted">{t("meeting.whoStep")}</p>;
  }
}

/** The open questions, the most urgent first: answered here, or asked. */
function RoomQuestions({ room }: { room: Room }) {
  const account = room.account.id;
  // Whom to ask the room does not know.
  const page = useQuery(questionsQuery(account)).data;
  if (!page) return null;
  return (
    <div className="card">
      <QuestionList
        account={account}
        questions={room.questions}
        contacts={page.contacts}
        people={page.people}
      />
    </div>
  );
}
