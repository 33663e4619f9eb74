import { Alert, Button } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useProblemText } from "../entity/problem-text";
import { DiscardQuestion } from "../unsaved/form-dialog";
import { agendas, stepAt } from "./agenda";
import { AgendaRail } from "./agenda-rail";
import { EndDialog } from "./end-dialog";
import { Held } from "./held";
import { Owed } from "./owed";
import style from "./room.module.css";
import { RoomFoot } from "./room-foot";
import { RunningHead } from "./room-head";
import type { Room } from "./room-query";
import { StepContent } from "./step-content";
import { type Item, itemAfter, itemAt, useItems } from "./use-items";
import type { Line } from "./use-line";
import type { Note } from "./use-note";
import { type Spot, spotOf, useSpot } from "./use-spot";
import { useSteering } from "./use-steering";

/** The room while the meeting runs: agenda, what is looked at, and what is written down. */
export function RunningRoom({
  room,
  offline,
  topic,
  note,
}: {
  room: Room;
  offline: boolean;
  topic: Line;
  note: Note;
}) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const { meeting } = room;
  const lead = useSteering(room);
  const spot = useSpot(room);
  const [ending, setEnding] = useState(false);
  // Where whoever has typed something wants to go.
  const [leaving, setLeaving] = useState<{ to?: Spot }>();
  if (leaving && !spot.typing) setLeaving(undefined);
  const { shown } = spot;
  const step = stepAt(meeting.kind, shown.step);
  const items = useItems(room, step);
  const item = itemAt(items, shown.focus);
  const there = spotOf(room);
  useFocusForAll(room, lead, items, shown.step === there.step);

  /** Looks elsewhere alone, or where the room is. */
  const look = (to?: Spot) => {
    if (spot.typing) setLeaving({ to });
    else if (to) spot.look(to);
    else spot.follow();
  };
  const toStep = (index: number) => {
    if (lead.leads) lead.submit({ command: "step", step: index });
    // Whoever goes on to where the room is goes along again.
    else look(index < there.step ? { step: index, focus: null } : undefined);
  };
  const toItem = (one: Item) => {
    if (lead.leads && shown.step === there.step)
      lead.submit({ command: "focus", focus: { kind: one.kind, id: one.id } });
    else look({ step: shown.step, focus: one.id });
  };
  const next = itemAfter(items, item);
  const { problem } = lead;
  return (
    <>
      <RunningHead room={room} lead={lead} onEnd={() => setEnding(true)} />
      <p className="sr-only" aria-live="polite">
        {t("meeting.stepOf", {
          step: t(`meeting.step.${stepAt(meeting.kind, there.step)}`),
          number: there.step + 1,
          total: agendas[meeting.kind].length,
        })}
      </p>
      <div className={style.room}>
        <AgendaRail
          room={room}
          shown={shown}
          items={items}
          item={item}
          leads={lead.leads}
          onStep={toStep}
          onItem={toItem}
        />
        <section className={style.step} aria-labelledby="step">
          {offline && (
            <Alert color="orange" role="status">
              {t("meeting.offline")}
            </Alert>
          )}
          {problem && (
            <Alert color="red" role="alert">
              {problemText(problem.code, problem.message)}
            </Alert>
          )}
          {spot.apart && (
            <WentOn room={room} ahead={there.step !== shown.step} onFollow={() => look()} />
          )}
          {leaving && (
            <DiscardQuestion
              onStay={() => setLeaving(undefined)}
              onDiscard={() => {
                setLeaving(undefined);
                spot.look(leaving.to ?? there);
              }}
            />
          )}
          <StepName words={t(`meeting.step.${step}`)} />
          {shown.step === 0 && <Owed room={room} />}
          <StepContent
            room={room}
            step={step}
            lead={lead}
            item={item}
            onNext={next && (() => toItem(next))}
            topic={topic}
          />
        </section>
        <aside className={style.beside}>
          <Held room={room} note={note} />
        </aside>
      </div>
      <RoomFoot room={room} shown={shown} items={items} item={item} lead={lead} onStep={toStep} />
      {ending && (
        <EndDialog
          room={room}
          lead={lead}
          note={note}
          topic={topic}
          onClose={() => setEnding(false)}
        />
      )}
    </>
  );
}

/** The name of a step. Who was in one that went is in the new one, and hears which. */
function StepName({ words }: { words: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const was = useRef(words);
  useEffect(() => {
    if (was.current === words) return;
    was.current = words;
    if (document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
  }, [words]);
  return (
    <h2 id="step" ref={heading} tabIndex={-1}>
      {words}
    </h2>
  );
}

/** The room is elsewhere: nobody is led there who did not choose to go. */
function WentOn({
  room,
  ahead,
  onFollow,
}: {
  room: Room;
  /** It is at another step, rather than at something else in this one. */
  ahead: boolean;
  onFollow: () => void;
}) {
  const { t } = useTranslation();
  const { meeting } = room;
  return (
    <div className={style.wentOn} role="status">
      <span>
        {ahead
          ? t("meeting.wentOn", { step: t(`meeting.step.${stepAt(meeting.kind, meeting.step)}`) })
          : t("meeting.looksElsewhere")}
      </span>
      <Button
        size="compact-md"
        rightSection={<IconArrowRight size={16} stroke={1.75} aria-hidden="true" />}
        onClick={onFollow}
      >
        {t("meeting.follow")}
      </Button>
    </div>
  );
}

/** What all look at, once a step begins that goes through several: the first of them, for all the same. */
function useFocusForAll(
  room: Room,
  lead: ReturnType<typeof useSteering>,
  items: Item[],
  together: boolean,
) {
  const { facilitates, submit } = lead;
  const named = items.some(({ id }) => id === room.focus?.id);
  const first = itemAt(items, null);
  const wanted = facilitates && together && !named ? first : undefined;
  const { id, kind } = wanted ?? {};
  // Once for each: neither while its answer is on the way, nor again where it was refused.
  useEffect(() => {
    if (id && kind) submit({ command: "focus", focus: { kind, id } });
  }, [id, kind, submit]);
}
