import { ActionIcon, Modal } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import {
  formatDate,
  formatDaysAgo,
  formatNumber,
  formatPercent,
  formatShare,
  ofUnit,
} from "../app/format";
import { useFullScreen } from "../app/full-screen";
import { cockpitQuery, type KeyResultView } from "../cockpit/cockpit-query";
import { heardQuery, planQuery } from "../cycle/plan-query";
import { QuadrantChip } from "../cycle/quadrant";
import { nameOf } from "../entity/named";
import { useStandpoint } from "../key_result/standpoint";
import { outcomeName, outcomeUnit } from "../objective/outcome-name";
import { reviewQuery } from "../review/review-query";
import { Bar } from "../ui/bar";
import { HealthChip } from "../ui/health-chip";
import { PersonMark } from "../ui/person";
import { agendas, type Step, stepAt } from "./agenda";
import { isRunning, type Room } from "./room-query";
import style from "./room-wall.module.css";
import { minutesLeft, useRoomNow } from "./step-clock";
import { headsOf, phaseOf } from "./topics";
import { type Item, itemAfter, itemAt, useItems } from "./use-items";

/** So many lines are readable from four metres below each other. */
const mostLines = 7;

/** What the room looks at, readable from four metres: one thing at a time, it goes along with all. */
export default function RoomWall({ room, onClose }: { room: Room; onClose: () => void }) {
  const { t } = useTranslation();
  useFullScreen(onClose);
  const { meeting, account } = room;
  const step = stepAt(meeting.kind, meeting.step);
  const items = useItems(room, step);
  const item = itemAt(items, room.focus?.id ?? null);
  const names: readonly Step[] = agendas[meeting.kind];
  const at = items.findIndex(({ id }) => id === item?.id);
  return (
    <Modal.Root opened fullScreen onClose={onClose} padding={0} transitionProps={{ duration: 0 }}>
      <Modal.Content aria-label={account.name}>
        <div className={style.wall}>
          <div className={style.head}>
            <h1>{account.name}</h1>
            <span>{t(`choice.MeetingKind.${meeting.kind}`)}</span>
            <span className={style.people}>
              {room.present.slice(0, 6).map((id) => (
                <PersonMark key={id} name={nameOf(room.people, id)} />
              ))}
              <span>{t("meeting.there", { count: room.present.length })}</span>
            </span>
            <ActionIcon
              variant="subtle"
              color="gray"
              size={52}
              aria-label={t("meeting.leaveWall")}
              onClick={onClose}
            >
              <IconX aria-hidden="true" />
            </ActionIcon>
          </div>
          <div className={style.shown} aria-live="polite">
            {isRunning(room) ? (
              <Shown room={room} step={step} item={item} />
            ) : (
              <Still room={room} />
            )}
          </div>
          <Beside room={room} next={itemAfter(items, item)} />
          <div className={style.foot}>
            {names.map((name, index) => (
              <span
                key={name}
                data-state={
                  index === meeting.step ? "now" : index < meeting.step ? "done" : undefined
                }
                aria-current={index === meeting.step ? "step" : undefined}
              >
                {t(`meeting.step.${name}`)}
                {index === meeting.step &&
                  items.length > 0 &&
                  `, ${t("wall.page", { page: at + 1, pages: items.length })}`}
              </span>
            ))}
          </div>
        </div>
      </Modal.Content>
    </Modal.Root>
  );
}

function Still({ room }: { room: Room }) {
  const { t } = useTranslation();
  return <h2>{t(room.meeting.state === "closed" ? "meeting.isOver" : "meeting.beginsSoon")}</h2>;
}

/** How long there is, what was decided just now, what comes next. */
function Beside({ room, next }: { room: Room; next?: Item }) {
  const { t } = useTranslation();
  const now = useRoomNow(room);
  const { minutes, part } = minutesLeft(room, now);
  const decided = room.notes.filter(({ kind }) => kind === "decision").at(-1);
  return (
    <aside className={style.beside} aria-label={t("meeting.notes")}>
      {isRunning(room) && (
        <div className={style.left} role="timer" aria-live="off">
          <p>{t(minutes >= 0 ? "meeting.left" : "meeting.over")}</p>
          <p>
            <b>{Math.abs(minutes)}</b> {t("meeting.min")}
          </p>
          <span>
            <i style={{ width: `${part * 100}%` }} />
          </span>
        </div>
      )}
      {decided && (
        <div>
          <p>{t("meeting.justDecided")}</p>
          <p className={style.decided}>{decided.title}</p>
        </div>
      )}
      {next && (
        <div className={style.next}>
          <p>{t("meeting.then")}</p>
          <p>{next.title}</p>
        </div>
      )}
    </aside>
  );
}

function Shown({ room, step, item }: { room: Room; step: Step; item?: Item }) {
  switch (step) {
    case "check_ins":
      return <KeyResultOnWall room={room} id={item?.id} />;
    case "results":
    case "effect":
      return <ObjectiveOnWall room={room} id={item?.id} lesson={step === "effect"} />;
    case "signals":
    case "what":
    case "answer":
      return <SignalsOnWall room={room} only={step !== "signals"} />;
    case "questions":
      return (
        <Lines
          title={step}
          lines={room.questions.map(({ question }) => ({ id: question.id, text: question.text }))}
        />
      );
    case "goals":
      return <GoalsOnWall room={room} />;
    case "focus":
      return <TopicsOnWall room={room} />;
    case "plan":
      return <PlanOnWall room={room} />;
    default:
      return (
        <Lines
          title="who"
          lines={room.actions.map((action) => ({
            id: action.id,
            text: action.title,
            more: [
              action.assignee && nameOf(room.people, action.assignee),
              action.due && formatDate(action.due),
            ]
              .filter(Boolean)
              .join(" · "),
          }))}
        />
      );
  }
}

/** A few lines, and how many there are besides. */
function Lines({
  title,
  lines,
  hint,
}: {
  title: Step;
  lines: { id: string; text: string; more?: ReactNode }[];
  hint?: string;
}) {
  const { t } = useTranslation();
  return (
    <>
      <h2>{t(`meeting.step.${title}`)}</h2>
      {hint && <p className={style.facts}>{hint}</p>}
      {lines.length === 0 && !hint && <p className={style.facts}>–</p>}
      <ul className={style.lines}>
        {lines.slice(0, mostLines).map(({ id, text, more }) => (
          <li key={id}>
            <span>{text}</span>
            {more && <em>{more}</em>}
          </li>
        ))}
        {lines.length > mostLines && (
          <li>
            <em>{t("meeting.andMore", { count: lines.length - mostLines })}</em>
          </li>
        )}
      </ul>
    </>
  );
}

function KeyResultOnWall({ room, id }: { room: Room; id?: string }) {
  const { t } = useTranslation();
  const standpoint = useStandpoint();
  const cockpit = useQuery(cockpitQuery(room.account.id, room.cycle ?? undefined)).data;
  const view = cockpit?.objectives
    .flatMap((one) => one.keyResults)
    .find(({ keyResult }) => keyResult.id === id);
  if (!view) return cockpit ? <h2>{t("meeting.noKeyResult")}</h2> : null;
  const { keyResult } = view;
  const old = view.health === "outdated";
  return (
    <>
      <p className={style.facts}>
        {keyResult.owner && <span>{nameOf(room.people, keyResult.owner)}</span>}
        {view.daysSilent !== null && (
          <span data-old={old || undefined}>
            {t("meeting.lastCheckIn", { when: formatDaysAgo(view.daysSilent) })}
          </span>
        )}
      </p>
      <h2>{keyResult.title}</h2>
      <div className={style.stand}>
        <b>{standpoint(view)}</b>
        <HealthChip health={view.health} />
      </div>
      <div className={style.bar}>
        <Bar told progress={view.progress} expected={view.expected} stale={old} />
      </div>
      <p className={style.facts}>
        <span>{t("expectedByNow", { percent: formatPercent(view.expected) })}</span>
        {view.confidence !== null && (
          <span>{t("checkIn.confidence", { confidence: view.confidence })}</span>
        )}
      </p>
      <SitesOnWall view={view} />
      {view.lastNote && <q className={style.note}>{view.lastNote}</q>}
    </>
  );
}

function SitesOnWall({ view }: { view: KeyResultView }) {
  const { t } = useTranslation();
  const { keyResult } = view;
  const sites = view.sites.filter(({ archived }) => !archived);
  if (sites.length === 0) return null;
  // More than have room beside each other are told in one line each by the figure above.
  const shown = sites.slice(0, 6);
  const tells = shown.some(({ siteTarget }) => siteTarget.told !== null);
  return (
    <table className={style.sites}>
      <thead>
        <tr>
          <td />
          {shown.map(({ siteTarget, name }) => (
            <th key={siteTarget.id} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {tells && (
          <tr>
            <th scope="row">{t("rollOut.told")}</th>
            {shown.map(({ siteTarget, purchasers }) => (
              <td key={siteTarget.id}>
                {siteTarget.told === null
                  ? "–"
                  : t("rollOut.toldOf", { told: siteTarget.told, all: purchasers ?? "–" })}
              </td>
            ))}
          </tr>
        )}
        <tr>
          <th scope="row">
            {keyResult.kind === "stages" ? t("field.stage") : keyResult.unit || t("field.value")}
          </th>
          {shown.map((site) => (
            <td key={site.siteTarget.id} data-reached={site.reached || undefined}>
              {site.stage === null
                ? formatNumber(site.value)
                : (keyResult.stages[site.stage]?.title ?? "–")}
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

function ObjectiveOnWall({ room, id, lesson }: { room: Room; id?: string; lesson: boolean }) {
  const { t } = useTranslation();
  const page = useQuery({
    ...reviewQuery(room.endedCycle ?? ""),
    enabled: room.endedCycle !== null,
  }).data;
  if (room.endedCycle === null) return <h2>{t("plan.firstCycle")}</h2>;
  const view = page?.objectives.find((one) => one.view.objective.id === id);
  if (!page || !view) return null;
  const { objective, outcome } = view.view;
  const unit = outcomeUnit(objective) === "%" ? ofUnit("%") : "";
  return (
    <>
      <p className={style.facts}>{page.cycle.name}</p>
      <h2>{objective.title}</h2>
      <div className={style.stand}>
        <b>{formatShare(view.score)}</b>
        <span>{t("effect.result")}</span>
        <QuadrantChip quadrant={view.quadrant} />
      </div>
      <div className={style.bar}>
        <Bar told label={t("effect.result")} progress={view.score} />
      </div>
      {objective.outcomeKind !== "none" && (
        <p className={style.facts}>
          <span>
            {t("meeting.outcomeWay", {
              outcome: outcomeName(objective, t),
              baseline: formatNumber(outcome.baseline) + unit,
              now: formatNumber(outcome.now) + unit,
              target: formatNumber(outcome.target) + unit,
            })}
          </span>
          {outcome.effect !== null && (
            <span>{t("effect.moved", { effect: formatShare(outcome.effect) })}</span>
          )}
        </p>
      )}
      {lesson && view.review?.lesson && <q className={style.note}>{view.review.lesson}</q>}
    </>
  );
}

function SignalsOnWall({ room, only }: { room: Room; only: boolean }) {
  const { t } = useTranslation();
  const cockpit = useQuery(cockpitQuery(room.account.id, room.cycle ?? undefined)).data;
  const board = useQuery({ ...heardQuery(room.account.id), throwOnError: false }).data;
  if (only && room.signal) {
    const answers = board?.signals.find(({ signal }) => signal.id === room.signal?.id)?.responses;
    return (
      <>
        <h2>{room.signal.title}</h2>
        {room.signal.detail && <p className={style.prose}>{room.signal.detail}</p>}
        <ul className={style.lines}>
          {(answers ?? []).slice(0, 3).map((one) => (
            <li key={one.id}>
              <span>{one.reason || t(`choice.ResponseKind.${one.kind}`)}</span>
            </li>
          ))}
        </ul>
      </>
    );
  }
  if (!cockpit) return null;
  return (
    <Lines
      title="signals"
      hint={cockpit.signals.length === 0 ? t("meeting.noSignal") : undefined}
      lines={cockpit.signals.map((view) => ({
        id: view.signal.id,
        text: view.signal.title,
        more: t(view.overdue ? "signal.overdueSince" : "signal.since", { count: view.days }),
      }))}
    />
  );
}

function GoalsOnWall({ room }: { room: Room }) {
  const { t } = useTranslation();
  const cycle = room.nextCycle ?? room.cycle ?? undefined;
  const cockpit = useQuery(cockpitQuery(room.account.id, cycle)).data;
  if (!cockpit) return null;
  return (
    <Lines
      title="goals"
      lines={cockpit.goals
        .filter(({ goal }) => goal.state === "open")
        .map(({ goal, stepsInCycle }) => ({
          id: goal.id,
          text: goal.title,
          more: t("timeLine.steps", { count: stepsInCycle }),
        }))}
    />
  );
}

function TopicsOnWall({ room }: { room: Room }) {
  const { t } = useTranslation();
  const phase = phaseOf(room);
  const hint = {
    collect: t("meeting.hidden", { count: room.hidden }),
    group: t("meeting.grouping"),
    vote: t("meeting.voters", { count: room.voters }),
    done: undefined,
  }[phase];
  // The wall is everybody's: what one has proposed alone is not on it.
  const heads = phase === "collect" ? headsOf(room).filter((one) => one.cameFrom) : headsOf(room);
  const lines = heads.map((topic) => ({
    id: topic.id,
    text: topic.title,
    more: topic.dots === null ? undefined : t("plan.votes", { count: topic.dots }),
  }));
  return <Lines title="focus" hint={hint} lines={lines} />;
}

function PlanOnWall({ room }: { room: Room }) {
  const { t } = useTranslation();
  const plan = useQuery({
    ...planQuery(room.nextCycle ?? ""),
    enabled: room.nextCycle !== null,
  }).data;
  if (room.nextCycle === null) return <h2>{t("meeting.noNextCycle")}</h2>;
  if (!plan) return null;
  const lines = plan.objectives
    .filter(({ objective }) => objective.state !== "dropped")
    .map(({ objective, keyResults }) => ({
      id: objective.id,
      text: objective.title,
      more: t("plan.has.keyResults", { count: keyResults.length }),
    }));
  return <Lines title="plan" hint={plan.cycle.name} lines={lines} />;
}
