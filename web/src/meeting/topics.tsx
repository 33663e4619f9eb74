import { ActionIcon, Button, Menu, TextInput } from "@mantine/core";
import {
  IconArrowMerge,
  IconArrowsSplit,
  IconDots,
  IconMinus,
  IconParkingCircle,
  IconPlus,
  IconTrash,
} from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { type DragEvent, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, data } from "../api/client";
import { useSend } from "../api/use-send";
import { inTurn } from "../app/in-turn";
import { Contributors, useMay, WriteButton } from "../app/may";
import { nameOf } from "../entity/named";
import { Chip } from "../ui/chip";
import { PersonMark } from "../ui/person";
import { useUnsaved } from "../unsaved/unsaved";
import { ParkedTopics } from "./parked-topics";
import { isRunning, type Room, roomQuery, type Topic } from "./room-query";
import style from "./topics.module.css";
import type { Line } from "./use-line";
import type { Steering } from "./use-steering";

const icon = { size: 16, stroke: 1.75, "aria-hidden": true } as const;
const phases = ["collect", "group", "vote", "done"] as const;
type Phase = (typeof phases)[number];

/** How far the topics are: each collects alone, all are put together, voted on in secret, then known. */
export function phaseOf({ meeting }: Room): Phase {
  if (meeting.votesRevealed) return "done";
  if (meeting.votesOpen) return "vote";
  return meeting.topicsRevealed ? "group" : "collect";
}

/** Topics with those that were put to them. */
export const headsOf = (room: Room) => room.proposals.filter((one) => !one.group && !one.parked);

/** Focus topics: each collects in silence, all are revealed, put together, and voted on in secret. */
export function Topics({ room, lead, line }: { room: Room; lead: Steering; line: Line }) {
  const { t } = useTranslation();
  const phase = phaseOf(room);
  const writing = useTopicWrites(room);
  const heads = headsOf(room);
  return (
    <div className={style.topics}>
      <ol className={style.phases} aria-label={t("meeting.phases")}>
        {phases.map((one) => (
          <li key={one} aria-current={one === phase ? "step" : undefined}>
            {t(`meeting.phase.${one}`)}
          </li>
        ))}
      </ol>
      {phase !== "done" && <NewTopic room={room} line={line} />}
      <PhaseLine room={room} phase={phase} lead={lead} />
      {heads.length === 0 && <p className="muted">{t("meeting.noTopic")}</p>}
      <ul className={style.list} data-phase={phase}>
        {heads.map((topic) => (
          <TopicCard
            key={topic.id}
            topic={topic}
            room={room}
            phase={phase}
            heads={heads}
            writing={writing}
          />
        ))}
      </ul>
      <ParkedTopics room={room} />
    </div>
  );
}

/** A topic of one's own, by which nobody else is led before the reveal. */
export function NewTopic({ room, line }: { room: Room; line: Line }) {
  const { t } = useTranslation();
  // Who writes one is not led away from it.
  useUnsaved(!line.empty && isRunning(room));
  return (
    <Contributors>
      <form className={style.add} onSubmit={line.submit}>
        <TextInput
          className="grow"
          aria-label={t("meeting.topic")}
          placeholder={t("meeting.topicExample")}
          value={line.text}
          onChange={(event) => line.setText(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" disabled={line.empty}>
          {t("add")}
        </Button>
      </form>
    </Contributors>
  );
}

/** What is known of the topics now, and what whoever leads does next. */
function PhaseLine({ room, phase, lead }: { room: Room; phase: Phase; lead: Steering }) {
  const { t } = useTranslation();
  if (phase === "done") return <p className="muted">{t("meeting.focusKept")}</p>;
  const { words, command, name } = {
    collect: {
      words: t("meeting.hidden", { count: room.hidden }),
      command: "reveal_topics",
      name: t("meeting.revealTopics"),
    },
    group: {
      words: t("meeting.grouping"),
      command: "open_votes",
      name: t("meeting.openVotes"),
    },
    vote: {
      words: `${t("meeting.dotsLeft", { count: room.dotsLeft })} · ${t("meeting.voters", { count: room.voters })}`,
      command: "reveal_votes",
      name: t("meeting.revealVotes"),
    },
  }[phase] as { words: string; command: "reveal_topics"; name: string };
  return (
    <div className={style.phase}>
      <p className="muted">{words}</p>
      {lead.leads ? (
        <Button onClick={() => lead.submit({ command })} loading={lead.pending}>
          {name}
        </Button>
      ) : (
        <p className="muted">{t("meeting.facilitatorReveals")}</p>
      )}
    </div>
  );
}

function useTopicWrites(room: Room) {
  const queries = useQueryClient();
  const { meeting } = room;
  const { queryKey } = roomQuery(meeting.id);
  const refreshes = [{ queryKey }];
  const putting = useSend(
    ({ topic: id, into }: { topic: string; into: string | null }) =>
      data(api.PUT("/api/v1/proposals/{id}/group", { params: { path: { id } }, body: { into } })),
    { refreshes },
  );
  const withdrawing = useSend(
    (id: string) => data(api.DELETE("/api/v1/proposals/{id}", { params: { path: { id } } })),
    { refreshes },
  );
  const parking = useSend(
    (id: string) => data(api.PUT("/api/v1/proposals/{id}/parked", { params: { path: { id } } })),
    { refreshes },
  );
  const voting = useSend(
    (body: { proposal: string; dots: number; seen: number }) =>
      data(api.PUT("/api/v1/meetings/{id}/votes", { params: { path: { id: meeting.id } }, body })),
    { refreshes },
  );
  // Two quick clicks are two votes: the second is counted from what the first one made.
  const [turn] = useState(inTurn);
  const vote = (topic: Topic, more: number) =>
    turn(async () => {
      const now = queries.getQueryData<Room>(queryKey)?.proposals.find(({ id }) => id === topic.id);
      const seen = (now ?? topic).myDots;
      await voting.send({ proposal: topic.id, dots: seen + more, seen });
    });
  const [moved, setMoved] = useState<{ topic: string; into: string | null }>();
  const put = async (topic: string, into: string | null) => {
    await putting.send({ topic, into });
    setMoved({ topic, into });
  };
  const arrived = room.proposals.some(
    ({ id, group }) => id === moved?.topic && group === moved.into,
  );
  // Who moved it with the keys goes on from where it went.
  useEffect(() => {
    if (!moved || !arrived) return;
    document.getElementById(`topic-${moved.topic}`)?.focus();
    setMoved(undefined);
  }, [moved, arrived]);
  return { put, vote, withdraw: withdrawing.send, park: parking.send };
}

function TopicCard({
  topic,
  room,
  phase,
  heads,
  writing,
}: {
  topic: Topic;
  room: Room;
  phase: Phase;
  heads: Topic[];
  writing: ReturnType<typeof useTopicWrites>;
}) {
  const { t } = useTranslation();
  const { contribute } = useMay();
  const [over, setOver] = useState(false);
  const groups = contribute && (phase === "group" || phase === "vote");
  // What was voted on stays together, but may still find no time.
  const parks = contribute && phase !== "collect";
  const others = groups ? heads.filter(({ id }) => id !== topic.id) : [];
  const under = room.proposals.filter((one) => one.group === topic.id);
  return (
    <li
      id={`topic-${topic.id}`}
      tabIndex={-1}
      className={style.topic}
      draggable={groups}
      data-over={over || undefined}
      onDragStart={(event: DragEvent) => event.dataTransfer.setData("text/plain", topic.id)}
      onDragOver={(event) => {
        if (!groups) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event: DragEvent) => {
        event.preventDefault();
        setOver(false);
        const dragged = event.dataTransfer.getData("text/plain");
        if (dragged !== topic.id && heads.some(({ id }) => id === dragged))
          writing.put(dragged, topic.id);
      }}
    >
      <div className={style.line}>
        <span className={style.title}>
          <b>{topic.title}</b>
          {topic.cameFrom && <Chip tone="line">{t("meeting.cameBack")}</Chip>}
        </span>
        {topic.author && <PersonMark name={nameOf(room.people, topic.author)} size="s" />}
        {topic.dots !== null && (
          <Chip tone={topic.dots > 0 ? "ok" : undefined}>
            {t("plan.votes", { count: topic.dots })}
          </Chip>
        )}
        {phase === "vote" && contribute && (
          <Dots topic={topic} left={room.dotsLeft} onVote={writing.vote} />
        )}
        {parks && (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={32}
                aria-label={t("plan.moreOf", { title: topic.title })}
              >
                <IconDots {...icon} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown mah={360} maw="min(100vw - 1rem, 26rem)" style={{ overflowY: "auto" }}>
              {others.map((other) => (
                <Menu.Item
                  key={other.id}
                  leftSection={<IconArrowMerge {...icon} />}
                  onClick={() => writing.put(topic.id, other.id)}
                >
                  {t("meeting.putTo", { title: other.title })}
                </Menu.Item>
              ))}
              <Menu.Item
                leftSection={<IconParkingCircle {...icon} />}
                onClick={() => writing.park(topic.id)}
              >
                {t("meeting.park")}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
        {topic.mine && phase === "collect" && (
          <Withdraw title={topic.title} onWithdraw={() => writing.withdraw(topic.id)} />
        )}
      </div>
      {under.length > 0 && (
        <ul className={style.under}>
          {under.map((one) => (
            <li key={one.id} id={`topic-${one.id}`} tabIndex={-1}>
              <span>{one.title}</span>
              {groups && (
                <Button
                  variant="subtle"
                  color="gray"
                  size="compact-sm"
                  leftSection={<IconArrowsSplit {...icon} />}
                  aria-label={t("meeting.takeOutOf", { title: one.title })}
                  onClick={() => writing.put(one.id, null)}
                >
                  {t("meeting.takeOut")}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

/** One's own votes for a topic. */
function Dots({
  topic,
  left,
  onVote,
}: {
  topic: Topic;
  left: number;
  onVote: (topic: Topic, more: number) => void;
}) {
  const { t } = useTranslation();
  return (
    <span className={style.dots}>
      <ActionIcon
        variant="default"
        size={32}
        disabled={topic.myDots === 0}
        aria-label={t("meeting.lessDots", { title: topic.title })}
        onClick={() => onVote(topic, -1)}
      >
        <IconMinus {...icon} />
      </ActionIcon>
      <span className="strong">{topic.myDots}</span>
      <ActionIcon
        variant="default"
        size={32}
        disabled={left === 0}
        aria-label={t("meeting.moreDots", { title: topic.title })}
        onClick={() => onVote(topic, +1)}
      >
        <IconPlus {...icon} />
      </ActionIcon>
    </span>
  );
}

export function Withdraw({ title, onWithdraw }: { title: string; onWithdraw: () => void }) {
  const { t } = useTranslation();
  return (
    <WriteButton
      variant="subtle"
      color="gray"
      size="compact-sm"
      leftSection={<IconTrash {...icon} />}
      aria-label={t("meeting.withdrawOf", { title })}
      onClick={onWithdraw}
    >
      {t("meeting.withdraw")}
    </WriteButton>
  );
}
