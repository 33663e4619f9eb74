import type { Schemas } from "../api/client";

type Room = Schemas["RoomView"];

/** A running meeting, as somebody sees it who takes part. */
export const roomWith = (meeting: Partial<Schemas["Meeting"]>, more: Partial<Room> = {}) =>
  ({
    meeting: {
      id: "m",
      version: 1,
      kind: "check_in",
      state: "running",
      step: 0,
      plannedAt: "2026-11-26T09:00:00Z",
      startedAt: "2026-11-26T09:00:00Z",
      stepStartedAt: "2026-11-26T09:00:00Z",
      duration: 60,
      place: "",
      invitees: [],
      topicsRevealed: false,
      votesOpen: false,
      votesRevealed: false,
      topicsUntil: null,
      minutes: "",
      ...meeting,
    },
    account: { id: "a", name: "Teutonia" },
    now: "2026-11-26T09:10:00Z",
    today: "2026-11-26",
    facilitator: null,
    ready: [],
    focus: null,
    people: [
      { id: "k", name: "Katrin Vogt" },
      { id: "j", name: "Jonas Albers" },
    ],
    attended: [],
    present: [],
    proposals: [],
    hidden: 0,
    takesTopics: true,
    topicsFrom: [],
    parked: [],
    parkedHidden: 0,
    voters: 0,
    dotsLeft: 5,
    notes: [],
    actions: [],
    owed: [],
    questions: [],
    cycle: null,
    endedCycle: null,
    nextCycle: null,
    next: null,
    signal: null,
    canMail: false,
    mailed: null,
    minutes: null,
    minutesText: meeting.minutes ?? "",
    ...more,
  }) as unknown as Room;

/** The one who asks is signed in. */
export const sessionOf = (id: string) => ({
  user: { id, name: id },
  today: "2026-11-26",
  dayEnds: new Date(Date.now() + 86_400_000).toISOString(),
});
