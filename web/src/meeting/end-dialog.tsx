import { Alert, Button, Modal } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { cockpitQuery } from "../cockpit/cockpit-query";
import { useProblemText } from "../entity/problem-text";
import { reviewQuery } from "../review/review-query";
import { agendas } from "./agenda";
import style from "./room.module.css";
import type { Room } from "./room-query";
import { headsOf, phaseOf } from "./topics";
import { inCheckInOrder } from "./use-items";
import type { Line } from "./use-line";
import type { Note } from "./use-note";
import type { Steering } from "./use-steering";

/** Before a meeting ends for all: what is not done, what is parked, what goes into the minutes. */
export function EndDialog({
  room,
  lead,
  note,
  topic,
  onClose,
}: {
  room: Room;
  lead: Steering;
  note: Note;
  topic: Line;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const open = useOpenPoints(room);
  const parked = parkedAtEnd(room);
  const { problem } = lead;
  // What somebody has typed and not yet sent belongs to the meeting that they end.
  const end = async () => {
    await note.keep();
    await topic.keep();
    if (await lead.submit({ command: "close" })) onClose();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("meeting.endTitle")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <div className="stack">
        <p>{t("meeting.endWhat")}</p>
        {open.length > 0 && (
          <div>
            <b>{t("meeting.endOpen")}</b>
            <ul className={style.points}>
              {open.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          </div>
        )}
        {parked.length + (phaseOf(room) === "collect" ? room.hidden : 0) > 0 && (
          <div>
            <b>{t("meeting.endParks")}</b>
            <ul className={style.points}>
              {parked.map(({ id, title }) => (
                <li key={id}>{title}</li>
              ))}
              {phaseOf(room) === "collect" && room.hidden > 0 && (
                <li>{t("meeting.hidden", { count: room.hidden })}</li>
              )}
            </ul>
          </div>
        )}
        {problem && (
          <Alert color="red" role="alert">
            {problemText(problem.code, problem.message)}
          </Alert>
        )}
        <div className="row">
          <Button variant="default" data-autofocus onClick={onClose}>
            {t("meeting.goOn")}
          </Button>
          <Button onClick={end} loading={lead.pending}>
            {t("meeting.close")}
          </Button>
        </div>
      </div>
    </Modal>
  );
}

/** The topics that nobody has voted on yet, or voted for. */
const parkedAtEnd = (room: Room) =>
  headsOf(room).filter((topic) => phaseOf(room) !== "done" || topic.dots === 0);

/** What the meeting was for and is not done. */
function useOpenPoints(room: Room): string[] {
  const { t } = useTranslation();
  const { meeting } = room;
  const cockpit = useQuery({
    ...cockpitQuery(room.account.id, room.cycle ?? undefined),
    enabled: meeting.kind === "check_in",
    throwOnError: false,
  }).data;
  const review = useQuery({
    ...reviewQuery(room.endedCycle ?? ""),
    enabled: meeting.kind === "cycle" && room.endedCycle !== null,
    throwOnError: false,
  }).data;
  const silent = inCheckInOrder(
    (cockpit?.objectives ?? []).flatMap((one) => one.keyResults),
  ).filter(
    ({ keyResult, daysSilent }) => keyResult.follows === "check_ins" && daysSilent !== 0,
  ).length;
  const undecided = review && review.cycle.state !== "closed" ? review.undecided : 0;
  const vague = room.actions.filter(({ assignee, due, doneOn }) => !doneOn && !(assignee && due));
  const steps = agendas[meeting.kind].length - 1 - meeting.step;
  return [
    steps > 0 && t("meeting.open.steps", { count: steps }),
    silent > 0 && t("meeting.open.silent", { count: silent }),
    undecided > 0 && t("meeting.open.undecided", { count: undecided }),
    vague.length > 0 && t("meeting.open.vague", { count: vague.length }),
  ].filter((one) => one !== false);
}
