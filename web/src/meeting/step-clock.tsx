import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Room } from "./room-query";

/** The server's clock, by which all devices count alike; looked at every second. */
export function useRoomNow(room: Room): number {
  const [drift] = useState(() => Date.parse(room.now) - Date.now());
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now + drift;
}

const secondsSince = (instant: string, now: number) =>
  Math.max(0, Math.floor((now - Date.parse(instant)) / 1000));

/** "6:40". */
const clockOf = (seconds: number) =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;

/** How long the step takes, against its part of the meeting. */
export function StepClock({ room, minutes }: { room: Room; minutes: number }) {
  const { t } = useTranslation();
  const now = useRoomNow(room);
  const since = room.meeting.stepStartedAt;
  if (!since) return null;
  const seconds = secondsSince(since, now);
  return (
    <span className={seconds > minutes * 60 ? "fair" : undefined} role="timer" aria-live="off">
      {t("meeting.timer", { clock: clockOf(seconds), minutes })}
    </span>
  );
}

/** How long the meeting takes, against what was planned. */
export function MeetingClock({ room }: { room: Room }) {
  const { t } = useTranslation();
  const now = useRoomNow(room);
  const { startedAt, duration } = room.meeting;
  if (!startedAt) return null;
  const seconds = secondsSince(startedAt, now);
  return (
    <span role="timer" aria-live="off" data-over={seconds > duration * 60 || undefined}>
      <b>{clockOf(seconds)}</b> {t("meeting.ofMinutes", { count: duration })}
    </span>
  );
}

/** How many minutes are left, and which part of the time is over. */
export function minutesLeft({ meeting }: Room, now: number) {
  const seconds = meeting.startedAt ? secondsSince(meeting.startedAt, now) : 0;
  const all = meeting.duration * 60;
  return { minutes: Math.ceil((all - seconds) / 60), part: Math.min(1, seconds / all) };
}
