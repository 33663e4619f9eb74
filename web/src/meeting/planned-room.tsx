import { Alert, Button } from "@mantine/core";
import { IconCalendarPlus, IconEyeOff } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, data } from "../api/client";
import { useSend } from "../api/use-send";
import { formatDate, formatInstant } from "../app/format";
import { Contributors, WriteButton } from "../app/may";
import { wallClock } from "../app/zone";
import { cockpitQuery } from "../cockpit/cockpit-query";
import { nameOf } from "../entity/named";
import { useProblemText } from "../entity/problem-text";
import { useEntityForm } from "../entity/use-entity-form";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { PersonMark } from "../ui/person";
import { Row, Rows } from "../ui/row";
import { Section } from "../ui/section";
import { agendas, minutesOf, type Step } from "./agenda";
import { meetingFieldsOf } from "./meeting-fields";
import { Owed } from "./owed";
import { ParkedTopics } from "./parked-topics";
import style from "./room.module.css";
import { RoomHead } from "./room-head";
import { type Room, roomQuery } from "./room-query";
import { NewTopic, Withdraw } from "./topics";
import topicStyle from "./topics.module.css";
import type { Line } from "./use-line";
import { useSteering } from "./use-steering";

const isToday = (instant: string) =>
  wallClock(instant).slice(0, 10) === wallClock(Date.now()).slice(0, 10);

/** A meeting in the days before it: what it will go through, and the topics that each collects alone. */
export function PlannedRoom({ room, topic }: { room: Room; topic: Line }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [form, open] = useEntityForm();
  const lead = useSteering(room);
  const cockpit = useQuery(cockpitQuery(room.account.id)).data;
  const { meeting } = room;
  const names: readonly Step[] = agendas[meeting.kind];
  const { problem } = lead;
  const [asking, setAsking] = useState(false);
  const start = () => lead.submit({ command: "start" });
  return (
    <>
      <RoomHead room={room}>
        <div className={`${style.does} no-print`}>
          <Button
            variant="default"
            component="a"
            href={`/api/v1/meetings/${meeting.id}/invitation.ics`}
            leftSection={<IconCalendarPlus size={16} stroke={1.75} aria-hidden="true" />}
          >
            {t("meeting.invitation")}
          </Button>
          {cockpit && (
            <WriteButton
              variant="default"
              onClick={() =>
                open({
                  title: t("meeting.edit"),
                  collection: "/meetings",
                  fields: meetingFieldsOf(cockpit),
                  entity: meeting,
                })
              }
            >
              {t("edit")}
            </WriteButton>
          )}
          <WriteButton
            loading={lead.pending}
            onClick={() => (isToday(meeting.plannedAt) ? start() : setAsking(true))}
          >
            {t("meeting.start")}
          </WriteButton>
        </div>
      </RoomHead>
      <div className={style.planned}>
        {problem && (
          <Alert color="red" role="alert">
            {problemText(problem.code, problem.message)}
          </Alert>
        )}
        <div className={style.columns}>
          <div className={style.main}>
            {meeting.kind === "cycle" && <CollectTopics room={room} topic={topic} />}
            <ParkedTopics room={room} />
            <Owed room={room} />
            {meeting.kind !== "cycle" && room.owed.length === 0 && (
              <p className="muted">{t("meeting.notYet")}</p>
            )}
          </div>
          <Section title={t("meeting.agenda")}>
            <Rows>
              {names.map((name, index) => (
                <Row key={name} mark={index + 1} title={t(`meeting.step.${name}`)}>
                  {t("meeting.minutesOf", {
                    count: minutesOf(meeting.kind, index, meeting.duration),
                  })}
                </Row>
              ))}
            </Rows>
          </Section>
        </div>
      </div>
      {asking && (
        <ConfirmDialog
          title={t("meeting.startTitle")}
          confirm={t("meeting.start")}
          onConfirm={start}
          onClose={() => setAsking(false)}
        >
          {t("meeting.startOtherDay", { at: formatInstant(meeting.plannedAt) })}
        </ConfirmDialog>
      )}
      {form}
    </>
  );
}

/** Topics before the meeting: one's own to be seen, of others who has given some and who has not yet. */
function CollectTopics({ room, topic }: { room: Room; topic: Line }) {
  const { t } = useTranslation();
  const { meeting } = room;
  const withdrawing = useSend(
    (id: string) => data(api.DELETE("/api/v1/proposals/{id}", { params: { path: { id } } })),
    { refreshes: [{ queryKey: roomQuery(meeting.id).queryKey }] },
  );
  const own = room.proposals.filter(({ mine }) => mine);
  return (
    <Section title={t("meeting.collect")} count={own.length + room.hidden}>
      <div className={style.collect}>
        <p className="muted">
          {meeting.topicsUntil
            ? t(room.takesTopics ? "meeting.collectUntil" : "meeting.collectOver", {
                date: formatDate(meeting.topicsUntil),
              })
            : t("meeting.collectAny")}
        </p>
        {room.takesTopics && (
          <Contributors>
            <NewTopic room={room} line={topic} />
          </Contributors>
        )}
        <Rows>
          {own.map((one) => (
            <Row
              key={one.id}
              mark={<IconEyeOff size={18} stroke={1.75} aria-hidden="true" />}
              title={one.title}
              action={<Withdraw title={one.title} onWithdraw={() => withdrawing.send(one.id)} />}
            >
              {t("meeting.onlyYou")}
            </Row>
          ))}
        </Rows>
        {room.hidden > 0 && <p className="muted">{t("meeting.hidden", { count: room.hidden })}</p>}
        {room.topicsFrom.length > 0 && (
          <ul className={topicStyle.from} aria-label={t("meeting.topicsFrom")}>
            {room.topicsFrom.map(({ person, topics }) => (
              <li key={person} data-none={topics === 0 || undefined}>
                <PersonMark name={nameOf(room.people, person)} beside />
                <span>
                  {nameOf(room.people, person)}
                  <small>
                    {topics === 0 ? t("meeting.givenNone") : t("meeting.given", { count: topics })}
                  </small>
                </span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Section>
  );
}
