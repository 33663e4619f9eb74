import { IconParkingCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { api, data } from "../api/client";
import { useSend } from "../api/use-send";
import { formatDate } from "../app/format";
import { WriteButton } from "../app/may";
import { nameOf } from "../entity/named";
import { Row, Rows } from "../ui/row";
import { Section } from "../ui/section";
import { isRunning, type Room, roomQuery } from "./room-query";

/** Topics that found no time: they come back in the next cycle meeting, unless somebody takes them out. */
export function ParkedTopics({ room }: { room: Room }) {
  const { t } = useTranslation();
  const takingOut = useSend(
    (id: string) => data(api.DELETE("/api/v1/proposals/{id}/parked", { params: { path: { id } } })),
    { refreshes: [{ queryKey: roomQuery(room.meeting.id).queryKey }] },
  );
  if (room.parked.length + room.parkedHidden === 0) return null;
  const closed = room.meeting.state === "closed";
  return (
    <Section
      title={t(closed ? "meeting.parkedHere" : "meeting.parked")}
      count={room.parked.length + room.parkedHidden}
    >
      <Rows>
        {room.parked.map((topic) => (
          <Row
            key={topic.id}
            mark={<IconParkingCircle size={18} stroke={1.75} aria-hidden="true" />}
            title={topic.title}
            action={
              <WriteButton
                variant="default"
                size="xs"
                aria-label={t("meeting.takeOutOf", { title: topic.title })}
                onClick={() => takingOut.send(topic.id)}
              >
                {t(
                  isRunning(room) && topic.meeting === room.meeting.id
                    ? "meeting.takeBack"
                    : "meeting.letGo",
                )}
              </WriteButton>
            }
          >
            {[
              topic.author && nameOf(room.people, topic.author),
              t("meeting.parkedOn", { date: formatDate(topic.on) }),
              topic.secret && t("meeting.onlyYou"),
            ]
              .filter(Boolean)
              .join(" · ")}
          </Row>
        ))}
      </Rows>
      {room.parkedHidden > 0 && (
        <p className="muted">{t("meeting.parkedHidden", { count: room.parkedHidden })}</p>
      )}
    </Section>
  );
}
