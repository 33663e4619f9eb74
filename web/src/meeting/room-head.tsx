import { Button } from "@mantine/core";
import { IconHandStop, IconScreenShare } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { formatInstant } from "../app/format";
import { LinkButton } from "../app/link-button";
import { Contributors } from "../app/may";
import { PageTitle } from "../app/page-title";
import { nameOf } from "../entity/named";
import { Chip } from "../ui/chip";
import { PersonMark } from "../ui/person";
import { momentOf } from "./moment-of";
import style from "./room.module.css";
import { isRunning, type Room } from "./room-query";
import { MeetingClock } from "./step-clock";
import type { Steering } from "./use-steering";

const icon = { size: 16, stroke: 1.75, "aria-hidden": true } as const;

/** What the meeting is, and what can be done with it. */
export function RoomHead({ room, children }: { room: Room; children?: ReactNode }) {
  const { t } = useTranslation();
  const { meeting, account } = room;
  return (
    <header className={style.head}>
      <div className={style.name}>
        <div className={style.title}>
          <PageTitle of={account.name}>{t(`choice.MeetingKind.${meeting.kind}`)}</PageTitle>
          <Chip
            tone={isRunning(room) ? "ok" : undefined}
            dot={isRunning(room) ? "full" : undefined}
          >
            {t(`choice.MeetingState.${meeting.state}`)}
          </Chip>
        </div>
        <p className="muted">
          {[formatInstant(momentOf(meeting)), meeting.place].filter(Boolean).join(" · ")}
        </p>
      </div>
      {children}
    </header>
  );
}

/** The head while the meeting runs: who is there, who leads, how late it is. */
export function RunningHead({
  room,
  lead,
  onEnd,
}: {
  room: Room;
  lead: Steering;
  onEnd: () => void;
}) {
  const { t } = useTranslation();
  return (
    <RoomHead room={room}>
      <Presence room={room} />
      <Facilitator room={room} lead={lead} />
      <span className={style.clock}>
        <MeetingClock room={room} />
      </span>
      <div className={`${style.does} no-print`}>
        <LinkButton
          variant="default"
          leftSection={<IconScreenShare {...icon} />}
          to="/meetings/$meeting"
          params={{ meeting: room.meeting.id }}
          search={{ wall: true }}
        >
          {t("meeting.toWall")}
        </LinkButton>
        {lead.leads && (
          <Button variant="default" onClick={onEnd}>
            {t("meeting.close")}
          </Button>
        )}
      </div>
    </RoomHead>
  );
}

/** Who is there, of how many; in a place of its own, so that nothing moves when one joins. */
export function Presence({ room }: { room: Room }) {
  const { t } = useTranslation();
  const { present, people, meeting, topicsFrom } = room;
  const asked = meeting.invitees.length || topicsFrom.length;
  const count = present.length;
  return (
    <span className={style.presence}>
      <span className={style.marks}>
        {present.slice(0, 6).map((id) => (
          <PersonMark key={id} name={nameOf(people, id)} />
        ))}
      </span>
      <span className="muted" title={present.map((id) => nameOf(people, id)).join(", ")}>
        {asked > count ? t("meeting.thereOf", { count, of: asked }) : t("meeting.there", { count })}
      </span>
    </span>
  );
}

/** Who leads, for all to see; anybody who takes part relieves them with one click. */
function Facilitator({ room, lead }: { room: Room; lead: Steering }) {
  const { t } = useTranslation();
  const { facilitator } = room;
  return (
    <span className={style.facilitator}>
      <span role="status" className="muted">
        {facilitator === null
          ? t("meeting.nobodyLeads")
          : t(lead.facilitates ? "meeting.youLead" : "meeting.leads", {
              name: nameOf(room.people, facilitator),
            })}
      </span>
      {!lead.facilitates && (
        <Contributors>
          <Button
            variant="subtle"
            size="compact-sm"
            leftSection={<IconHandStop {...icon} />}
            loading={lead.pending}
            onClick={() => lead.submit({ facilitate: true })}
          >
            {t("meeting.takeOver")}
          </Button>
        </Contributors>
      )}
    </span>
  );
}
