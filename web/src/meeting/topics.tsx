import { ActionIcon, Button, Select, TextInput } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type DragEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, data } from "../api/client";
import { useSend } from "../api/use-send";
import { inTurn } from "../app/in-turn";
import { Contributors, WriteButton } from "../app/may";
import { nameOf } from "../entity/named";
import { Chip } from "../ui/chip";
import type { Room, Steer } from "./room-page";
import type { Line } from "./use-line";

type Topic = Room["proposals"][number];

/** Focus topics: each collects in silence, all are revealed, put together, and voted on in secret. */
export function Topics({ room, steer, line }: { room: Room; steer: Steer; line: Line }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { meeting } = room;
  const roomKey = ["meeting", meeting.id];
  const refreshes = [{ queryKey: roomKey }];
  const putting = useSend(
    ({ topic: id, into }: { topic: string; into: string | null }) =>
      data(api.PUT("/api/v1/proposals/{id}/group", { params: { path: { id } }, body: { into } })),
    { refreshes },
  );
  const withdrawing = useSend(
    (id: string) => data(api.DELETE("/api/v1/proposals/{id}", { params: { path: { id } } })),
    { refreshes },
  );
  const voting = useSend(
    (body: { proposal: string; dots: number }) =>
      data(api.PUT("/api/v1/meetings/{id}/votes", { params: { path: { id: meeting.id } }, body })),
    { refreshes },
  );
  const put = (topic: string, into: string | null) => putting.send({ topic, into });
  // Two quick clicks are two votes: the second is counted from what the first one made.
  const [turn] = useState(inTurn);
  const vote = (topic: Topic, more: number) =>
    turn(async () => {
      const now = queries.getQueryData<Room>(roomKey)?.proposals.find(({ id }) => id === topic.id);
      const dots = (now ?? topic).myDots + more;
      await voting.send({ proposal: topic.id, dots });
    });
  const heads = room.proposals.filter((topic) => topic.group === null);
  return (
    <div className="card stack">
      {!meeting.votesRevealed && (
        <Contributors>
          <form className="row" onSubmit={line.submit}>
            <TextInput
              className="grow"
              aria-label={t("meeting.topic")}
              placeholder={t("meeting.topic")}
              value={line.text}
              onChange={(event) => line.setText(event.currentTarget.value)}
            />
            <Button type="submit" disabled={line.empty}>
              {t("add")}
            </Button>
          </form>
        </Contributors>
      )}
      {!meeting.topicsRevealed ? (
        <div className="row">
          <p className="muted grow">{t("meeting.hidden", { count: room.hidden })}</p>
          <WriteButton variant="default" onClick={() => steer("reveal_topics")}>
            {t("meeting.revealTopics")}
          </WriteButton>
        </div>
      ) : (
        !meeting.votesRevealed && (
          <div className="row">
            <p className="muted grow">
              {t("meeting.dotsLeft", { count: room.dotsLeft })} ·{" "}
              {t("meeting.voters", { count: room.voters })}
            </p>
            <WriteButton variant="default" onClick={() => steer("reveal_votes")}>
              {t("meeting.revealVotes")}
            </WriteButton>
          </div>
        )
      )}
      <ul className="list">
        {heads.map((topic) => (
          <li
            key={topic.id}
            draggable={meeting.topicsRevealed && !meeting.votesRevealed}
            onDragStart={(event: DragEvent) => event.dataTransfer.setData("text/plain", topic.id)}
            onDragOver={(event) => event.preventDefault()}
            onDrop={(event: DragEvent) => {
              event.preventDefault();
              const dragged = event.dataTransfer.getData("text/plain");
              if (dragged && dragged !== topic.id) put(dragged, topic.id);
            }}
          >
            <div className="row">
              <span className="grow">
                <b>{topic.title}</b>
                {topic.author && (
                  <span className="muted"> · {nameOf(room.people, topic.author)}</span>
                )}
              </span>
              {topic.dots !== null && (
                <Chip tone="ok">{t("plan.votes", { count: topic.dots })}</Chip>
              )}
              {meeting.topicsRevealed && !meeting.votesRevealed && (
                <Contributors>
                  <ActionIcon
                    variant="default"
                    size={40}
                    disabled={topic.myDots === 0}
                    aria-label={t("meeting.lessDots", { title: topic.title })}
                    onClick={() => vote(topic, -1)}
                  >
                    −
                  </ActionIcon>
                  <span className="strong">{topic.myDots}</span>
                  <ActionIcon
                    variant="default"
                    size={40}
                    disabled={room.dotsLeft === 0}
                    aria-label={t("meeting.moreDots", { title: topic.title })}
                    onClick={() => vote(topic, +1)}
                  >
                    +
                  </ActionIcon>
                  <Select
                    aria-label={t("meeting.putTo", { title: topic.title })}
                    placeholder={t("meeting.putToShort")}
                    w={170}
                    data={heads
                      .filter(({ id }) => id !== topic.id)
                      .map(({ id, title: label }) => ({ value: id, label }))}
                    value={null}
                    onChange={(into) => into && put(topic.id, into)}
                  />
                </Contributors>
              )}
              {topic.mine && !meeting.topicsRevealed && (
                <Button
                  variant="subtle"
                  color="red"
                  size="compact-sm"
                  onClick={() => withdrawing.send(topic.id)}
                >
                  {t("meeting.withdraw")}
                </Button>
              )}
            </div>
            {room.proposals
              .filter((other) => other.group === topic.id)
              .map((other) => (
                <div key={other.id} className="row grouped">
                  <span className="grow muted">{other.title}</span>
                  {!meeting.votesRevealed && (
                    <WriteButton
                      variant="subtle"
                      size="compact-sm"
                      onClick={() => put(other.id, null)}
                    >
                      {t("meeting.takeOut")}
                    </WriteButton>
                  )}
                </div>
              ))}
          </li>
        ))}
      </ul>
    </div>
  );
}
