import { IconCheck } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { PersonMark } from "../ui/person";
import { agendas, minutesOf, type Step } from "./agenda";
import style from "./room.module.css";
import type { Room } from "./room-query";
import { StepClock } from "./step-clock";
import type { Item } from "./use-items";
import type { Spot } from "./use-spot";

interface Props {
  room: Room;
  shown: Spot;
  items: Item[];
  item?: Item;
  /** Whoever leads takes all along; everybody else goes back alone, and nobody ahead. */
  leads: boolean;
  onStep: (step: number) => void;
  onItem: (item: Item) => void;
}

/** The steps, and below the one that is shown what it goes through. */
export function AgendaRail({ room, shown, items, item, leads, onStep, onItem }: Props) {
  const { t } = useTranslation();
  const { meeting } = room;
  const names: readonly Step[] = agendas[meeting.kind];
  return (
    <nav className={style.rail} aria-label={t("meeting.agenda")}>
      <ol>
        {names.map((name, index) => {
          const now = index === meeting.step;
          const minutes = minutesOf(meeting.kind, index, meeting.duration);
          return (
            <li
              key={name}
              data-state={now ? "now" : index < meeting.step ? "done" : undefined}
              data-shown={index === shown.step || undefined}
            >
              <button
                type="button"
                className="plain"
                disabled={!leads && index > meeting.step}
                aria-current={now ? "step" : undefined}
                onClick={() => onStep(index)}
              >
                <span className={style.number} aria-hidden="true">
                  {index < meeting.step ? <IconCheck size={14} stroke={2.25} /> : index + 1}
                </span>
                <span className={style.what}>
                  <b>{t(`meeting.step.${name}`)}</b>
                  <small>
                    {now ? (
                      <StepClock room={room} minutes={minutes} />
                    ) : (
                      t("meeting.minutesOf", { count: minutes })
                    )}
                  </small>
                </span>
              </button>
              {index === shown.step && items.length > 0 && (
                <ul className={style.items}>
                  {items.map((one) => (
                    <li key={one.id}>
                      <button
                        type="button"
                        className="plain"
                        title={one.title}
                        aria-current={one.id === item?.id ? "true" : undefined}
                        onClick={() => onItem(one)}
                      >
                        {one.done ? (
                          <IconCheck
                            size={16}
                            stroke={2.25}
                            className="good"
                            role="img"
                            aria-label={t("meeting.said")}
                          />
                        ) : (
                          <PersonMark name={one.owner} size="s" />
                        )}
                        <span>{one.title}</span>
                      </button>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
