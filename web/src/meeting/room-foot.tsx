import { Button } from "@mantine/core";
import { IconCheck, IconChevronLeft, IconChevronRight, IconCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Contributors } from "../app/may";
import { nameOf } from "../entity/named";
import { PersonMark } from "../ui/person";
import { agendas, stepAt } from "./agenda";
import style from "./room.module.css";
import type { Room } from "./room-query";
import type { Item } from "./use-items";
import type { Spot } from "./use-spot";
import type { Steering } from "./use-steering";

const icon = { size: 16, stroke: 1.75, "aria-hidden": true } as const;

/** The ways back and on, how far it is, and who is ready with the step. */
export function RoomFoot({
  room,
  shown,
  items,
  item,
  lead,
  onStep,
}: {
  room: Room;
  shown: Spot;
  items: Item[];
  item?: Item;
  lead: Steering;
  onStep: (step: number) => void;
}) {
  const { t } = useTranslation();
  const { meeting } = room;
  const last = agendas[meeting.kind].length - 1;
  const onward = shown.step < (lead.leads ? last : meeting.step);
  return (
    <footer className={`${style.foot} no-print`}>
      <Button
        variant="default"
        disabled={shown.step === 0}
        leftSection={<IconChevronLeft {...icon} />}
        onClick={() => onStep(shown.step - 1)}
      >
        {t("meeting.back")}
      </Button>
      {items.length > 0 && (
        <span className={style.pips}>
          <span aria-hidden="true">
            {items.map((one) => (
              <i
                key={one.id}
                data-state={one.id === item?.id ? "now" : one.done ? "done" : undefined}
              />
            ))}
          </span>
          <span className="muted">
            {t("wall.page", {
              page: items.findIndex(({ id }) => id === item?.id) + 1,
              pages: items.length,
            })}
          </span>
        </span>
      )}
      <Ready room={room} lead={lead} />
      {onward && (
        <Button
          variant="default"
          rightSection={<IconChevronRight {...icon} />}
          onClick={() => onStep(shown.step + 1)}
        >
          {t("meeting.nextStep", {
            step: t(`meeting.step.${stepAt(meeting.kind, shown.step + 1)}`),
          })}
        </Button>
      )}
    </footer>
  );
}

/** Each says when they are ready with the step; all see who is. */
function Ready({ room, lead }: { room: Room; lead: Steering }) {
  const { t } = useTranslation();
  const names = room.ready.map((id) => nameOf(room.people, id));
  return (
    <span className={style.ready}>
      <span className={style.marks} aria-hidden="true">
        {room.ready.map((id) => (
          <PersonMark key={id} name={nameOf(room.people, id)} size="s" beside />
        ))}
      </span>
      <span className="muted" role="status">
        {names.length > 0 && t("meeting.readyAre", { names: names.join(", ") })}
      </span>
      <Contributors>
        <Button
          variant={lead.isReady ? "light" : "default"}
          aria-pressed={lead.isReady}
          leftSection={lead.isReady ? <IconCheck {...icon} /> : <IconCircle {...icon} />}
          onClick={() => lead.sayReady(!lead.isReady)}
        >
          {t("meeting.ready")}
        </Button>
      </Contributors>
    </span>
  );
}
