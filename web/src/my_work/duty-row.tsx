import { Button } from "@mantine/core";
import {
  IconCheckbox,
  IconHelpCircle,
  IconListCheck,
  IconRotateClockwise2,
  IconUsersGroup,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { LinkButton } from "../app/link-button";
import { Priority } from "../ui/priority";
import { formatNearDay, formatTime } from "./day-words";
import { cycleWay, DutyLink, meetingWay, questionWay, signalWay, useDutyTitle } from "./duty-link";
import type { Duty } from "./my-work-query";
import { WorkRow } from "./work-row";

interface Props {
  duty: Duty;
  /** The most pressing one, whose button is the page's main one. */
  first: boolean;
  /** Whether the reader writes the account's plan. */
  writes: boolean;
  onCheckIn: (keyResult: string) => void;
  onDone: (action: Duty) => void;
}

const icon = { size: 22, stroke: 1.75, "aria-hidden": true } as const;

/** Something that the reader owes. */
export function DutyRow(props: Props) {
  const { duty } = props;
  if (duty.signal) return <SignalRow {...props} />;
  if (duty.meeting) return <MeetingRow {...props} />;
  if (duty.kind === "cycle") return <CycleRow {...props} />;
  return <PlainRow {...props} />;
}

const look = (first: boolean) => (first ? "filled" : "default");

function SignalRow({ duty, first }: Props) {
  const { t } = useTranslation();
  const { priority, nature, days } = duty.signal ?? { priority: null, nature: null, days: 0 };
  const act = t(priority ? "myWork.answer" : "myWork.assess");
  return (
    <WorkRow
      lead={<Priority value={priority} />}
      title={<DutyLink duty={duty} />}
      accountName={duty.accountName}
      act={
        <LinkButton {...signalWay(duty)} variant={look(first)} aria-label={`${act}: ${duty.title}`}>
          {act}
        </LinkButton>
      }
    >
      {t("term.signal")}
      {nature && t(`choice.SignalNature.${nature}`)}
      {duty.daysOverdue > 0 ? (
        <span className="poor">{t("signal.overdueSince", { count: days })}</span>
      ) : (
        t("signal.since", { count: days })
      )}
      {!priority && t("signal.notAssessed")}
    </WorkRow>
  );
}

function MeetingRow({ duty, first }: Props) {
  const { t } = useTranslation();
  const titleOf = useDutyTitle();
  const { meeting } = duty;
  if (!meeting) return null;
  const running = meeting.state === "running";
  const title = titleOf(duty);
  return (
    <WorkRow
      lead={<IconUsersGroup {...icon} />}
      title={<DutyLink duty={duty} />}
      accountName={duty.accountName}
      act={
        <LinkButton
          {...meetingWay(duty)}
          variant={look(first)}
          aria-label={`${title}: ${duty.accountName}`}
        >
          {t(running ? "myWork.join" : "myWork.prepare")}
        </LinkButton>
      }
    >
      {`${duty.daysOverdue === 0 ? t("myWork.today") : formatNearDay(duty.due ?? "")}, ${formatTime(meeting.plannedAt)}`}
      {meeting.silent > 0 && t("myWork.silent", { count: meeting.silent })}
      {meeting.waiting > 0 && t("inbox.waiting", { count: meeting.waiting })}
    </WorkRow>
  );
}

function CycleRow({ duty, first }: Props) {
  const { t } = useTranslation();
  const title = useDutyTitle()(duty);
  return (
    <WorkRow
      lead={<IconRotateClockwise2 {...icon} />}
      title={<DutyLink duty={duty} />}
      accountName={duty.accountName}
      act={
        <LinkButton
          {...cycleWay(duty)}
          variant={look(first)}
          aria-label={`${title}: ${duty.accountName}`}
        >
          {t("myWork.lookBack")}
        </LinkButton>
      }
    >
      {t("term.cycle")}
      {duty.daysOverdue > 0 ? (
        <span className="poor">{t("myWork.over", { count: duty.daysOverdue })}</span>
      ) : (
        t("myWork.ends", { date: formatNearDay(duty.due ?? "") })
      )}
    </WorkRow>
  );
}

/** A check-in, an action or a question. */
function PlainRow({ duty, first, writes, onCheckIn, onDone }: Props) {
  const { t } = useTranslation();
  const button = (word: string, onClick: () => void): ReactNode => (
    <Button variant={look(first)} aria-label={`${word}: ${duty.title}`} onClick={onClick}>
      {word}
    </Button>
  );
  const question = (
    <LinkButton
      {...questionWay(duty)}
      variant={look(first)}
      aria-label={`${t("myWork.toQuestion")}: ${duty.title}`}
    >
      {t("myWork.toQuestion")}
    </LinkButton>
  );
  return (
    <WorkRow
      lead={
        duty.kind === "question" ? (
          <IconHelpCircle {...icon} />
        ) : duty.kind === "action" ? (
          <IconCheckbox {...icon} />
        ) : (
          <IconListCheck {...icon} />
        )
      }
      title={<DutyLink duty={duty} />}
      accountName={duty.accountName}
      act={
        duty.kind === "question"
          ? question
          : writes &&
            (duty.kind === "action"
              ? button(t("action.done"), () => onDone(duty))
              : button(t("checkIn.title"), () => onCheckIn(duty.id)))
      }
    >
      {t(`term.${termOf(duty.kind)}`)}
      <Due duty={duty} />
    </WorkRow>
  );
}

const termOf = (kind: Duty["kind"]) =>
  kind === "question" ? "open_question" : kind === "action" ? "action" : "check_in";

/** When it is due, or for how long it has been. */
function Due({ duty }: { duty: Duty }) {
  const { t } = useTranslation();
  if (!duty.due) return <>{t("myWork.noDue")}</>;
  if (duty.daysOverdue > 0)
    return <span className="poor">{t("myWork.overdue", { count: duty.daysOverdue })}</span>;
  if (duty.daysOverdue === 0) return <span className="fair">{t("myWork.dueToday")}</span>;
  return <>{t("myWork.due", { date: formatNearDay(duty.due) })}</>;
}
