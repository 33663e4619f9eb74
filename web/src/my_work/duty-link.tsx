import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Duty } from "./my-work-query";

interface Of {
  account: string;
  id: string;
}

export const signalWay = ({ account, id }: Of) =>
  ({ to: "/accounts/$account/signals", params: { account }, hash: id }) as const;

export const questionWay = ({ account, id }: Of) =>
  ({ to: "/accounts/$account/questions", params: { account }, hash: id }) as const;

export const meetingWay = ({ id }: { id: string }) =>
  ({ to: "/meetings/$meeting", params: { meeting: id } }) as const;

export const cycleWay = ({ id }: { id: string }) =>
  ({ to: "/cycles/$cycle/review", params: { cycle: id } }) as const;

/** What something owed is called: meetings and cycles by what is to be done about them. */
export function useDutyTitle() {
  const { t } = useTranslation();
  return ({ kind, title, meeting, cycleState }: Duty) => {
    if (meeting)
      return t(meeting.state === "running" ? "myWork.meetingRuns" : "myWork.prepareMeeting", {
        kind: t(`choice.MeetingKind.${meeting.kind}`),
      });
    if (kind === "cycle")
      return t(cycleState === "review" ? "myWork.closeCycle" : "myWork.reviewCycle", {
        name: title,
      });
    return title;
  };
}

interface Props {
  duty: Duty;
  /** Instead of its title. */
  children?: ReactNode;
  onClick?: () => void;
}

/** The way to where something owed stands; an action stands with the key result that it serves. */
export function DutyLink({ duty, children, onClick }: Props) {
  const titleOf = useDutyTitle();
  const { kind, id, account, keyResult } = duty;
  const more = { onClick, children: children ?? titleOf(duty) };
  if (kind === "signal") return <Link {...signalWay(duty)} {...more} />;
  if (kind === "question") return <Link {...questionWay(duty)} {...more} />;
  if (kind === "meeting") return <Link {...meetingWay(duty)} {...more} />;
  if (kind === "cycle") return <Link {...cycleWay(duty)} {...more} />;
  const own = kind === "key_result" ? id : keyResult;
  if (own) return <Link to="/key-results/$keyResult" params={{ keyResult: own }} {...more} />;
  return (
    <Link
      to="/accounts/$account"
      params={{ account }}
      hash={kind === "objective" ? id : undefined}
      {...more}
    />
  );
}
