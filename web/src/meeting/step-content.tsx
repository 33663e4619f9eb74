import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { LinkButton } from "../app/link-button";
import { cockpitQuery } from "../cockpit/cockpit-query";
import { heardQuery } from "../cycle/plan-query";
import { QuestionList } from "../question/question-list";
import { questionsQuery } from "../question/question-query";
import { AnswerMenu } from "../signal/answer-menu";
import { SignalState } from "../signal/signal-card";
import { Chip } from "../ui/chip";
import { Priority } from "../ui/priority";
import { Row, Rows } from "../ui/row";
import { Section } from "../ui/section";
import { PageSkeleton } from "../ui/skeleton";
import type { Step } from "./agenda";
import { FocusCheckIn } from "./focus-check-in";
import { LookBackStep } from "./look-back-step";
import { ActionRows, openActionsQuery } from "./owed";
import { PlanStep } from "./plan-step";
import style from "./room.module.css";
import type { Room } from "./room-query";
import { Topics } from "./topics";
import type { Item } from "./use-items";
import type { Line } from "./use-line";
import type { Steering } from "./use-steering";

export interface StepProps {
  room: Room;
  step: Step;
  lead: Steering;
  /** The one that is looked at, of those that the step goes through. */
  item?: Item;
  /** Goes on to the next one; nothing where there is none. */
  onNext?: () => void;
  topic: Line;
}

/** What the meeting looks at in a step of its agenda. */
export function StepContent(props: StepProps) {
  const { room, step } = props;
  switch (step) {
    case "check_ins":
      return <CheckInStep {...props} />;
    case "results":
    case "effect":
      return <LookBackStep {...props} step={step} />;
    case "signals":
      return <Signals room={room} />;
    case "what":
    case "answer":
      return <Called room={room} answers={step === "answer"} />;
    case "questions":
      return <RoomQuestions room={room} />;
    case "goals":
      return <Goals room={room} />;
    case "focus":
      return <Topics room={room} lead={props.lead} line={props.topic} />;
    case "plan":
      return <PlanStep room={room} />;
    default:
      return <Who room={room} />;
  }
}

function CheckInStep({ room, lead, item, onNext }: StepProps) {
  const { t } = useTranslation();
  const cockpit = useQuery(cockpitQuery(room.account.id, room.cycle ?? undefined)).data;
  if (!cockpit) return <PageSkeleton />;
  const view = cockpit.objectives
    .flatMap((one) => one.keyResults)
    .find(({ keyResult }) => keyResult.id === item?.id);
  if (!view) return <p className="muted">{t("meeting.noKeyResult")}</p>;
  return (
    <FocusCheckIn
      view={view}
      goesOn={lead.leads && onNext !== undefined}
      onSaved={() => lead.leads && onNext?.()}
      onSkip={lead.leads ? onNext : undefined}
    />
  );
}

/** The signals that wait for an answer. */
function Signals({ room }: { room: Room }) {
  const { t } = useTranslation();
  const cockpit = useQuery(cockpitQuery(room.account.id, room.cycle ?? undefined)).data;
  if (!cockpit) return <PageSkeleton />;
  if (cockpit.signals.length === 0) return <p className="muted">{t("meeting.noSignal")}</p>;
  return (
    <Rows>
      {cockpit.signals.map((view) => (
        <Row
          key={view.signal.id}
          mark={<Priority value={view.priority} />}
          title={view.signal.title}
          action={<AnswerMenu signal={view.signal} />}
        >
          <SignalState view={view} />
        </Row>
      ))}
    </Rows>
  );
}

/** The signal that called a flash meeting, and what is answered to it. */
function Called({ room, answers }: { room: Room; answers: boolean }) {
  const { t } = useTranslation();
  const { signal } = room;
  // What can't be told of it now keeps nobody from answering it.
  const board = useQuery({ ...heardQuery(room.account.id), throwOnError: false }).data;
  if (!signal) return <Signals room={room} />;
  const view = board?.signals.find((one) => one.signal.id === signal.id);
  return (
    <article className={style.called} aria-label={signal.title}>
      <header>
        {view && <Priority value={view.priority} />}
        <h3>{signal.title}</h3>
      </header>
      {view && <SignalState view={view} />}
      {signal.detail && <p className="prose">{signal.detail}</p>}
      {view && view.responses.length > 0 && (
        <ul className={style.responses}>
          {view.responses.map((one) => (
            <li key={one.id}>
              <Chip tone="ok">{t(`choice.ResponseKind.${one.kind}`)}</Chip> {one.reason}
            </li>
          ))}
        </ul>
      )}
      {answers && (
        <div>
          <AnswerMenu signal={signal} />
        </div>
      )}
    </article>
  );
}

/** The open questions, the most urgent first: answered here, or asked. */
function RoomQuestions({ room }: { room: Room }) {
  const account = room.account.id;
  // Whom to ask the room does not know.
  const page = useQuery(questionsQuery(account)).data;
  if (!page) return <PageSkeleton />;
  return (
    <QuestionList
      account={account}
      questions={room.questions}
      contacts={page.contacts}
      people={page.people}
    />
  );
}

/** The long-term goals, and whether the next cycle brings each nearer. */
function Goals({ room }: { room: Room }) {
  const { t } = useTranslation();
  const cycle = room.nextCycle ?? room.cycle ?? undefined;
  const cockpit = useQuery(cockpitQuery(room.account.id, cycle)).data;
  if (!cockpit) return <PageSkeleton />;
  const open = cockpit.goals.filter(({ goal }) => goal.state === "open");
  return (
    <>
      {cockpit.vision && <p className={style.vision}>{cockpit.vision.text}</p>}
      {open.length === 0 && <p className="muted">{t("plan.noGoals")}</p>}
      <Rows>
        {open.map(({ goal, monthsLeft, stepsInCycle }) => (
          <Row
            key={goal.id}
            title={goal.title}
            action={
              stepsInCycle === 0 && (
                <Chip tone="warn">{t("timeLine.steps", { count: stepsInCycle })}</Chip>
              )
            }
          >
            {[
              t("goal.in", { count: monthsLeft }),
              stepsInCycle > 0 && t("timeLine.steps", { count: stepsInCycle }),
            ]
              .filter(Boolean)
              .join(" · ")}
          </Row>
        ))}
      </Rows>
      <div>
        <LinkButton
          variant="default"
          to="/accounts/$account/long-term"
          params={{ account: room.account.id }}
        >
          {t("longTerm.title")}
        </LinkButton>
      </div>
    </>
  );
}

/** What was agreed in this meeting, and what is still open from before. */
function Who({ room }: { room: Room }) {
  const { t } = useTranslation();
  const before = useQuery({
    ...openActionsQuery(room.account.id),
    throwOnError: false,
    select: (actions) =>
      actions.filter(({ id }) => !room.actions.some((agreed) => agreed.id === id)),
  }).data;
  return (
    <>
      <p className="muted">{t("meeting.whoStep")}</p>
      {room.actions.length > 0 && <ActionRows actions={room.actions} people={room.people} />}
      {before && before.length > 0 && (
        <Section title={t("meeting.stillOpen")} count={before.length}>
          <ActionRows actions={before} people={room.people} />
        </Section>
      )}
    </>
  );
}
