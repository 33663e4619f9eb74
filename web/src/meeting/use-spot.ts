import { useState } from "react";
import { useTypedInShown } from "../unsaved/unsaved";
import type { Room } from "./room-query";

/** A step of the agenda and what of it is looked at. */
export interface Spot {
  step: number;
  focus: string | null;
}

export const sameSpot = (left: Spot, right: Spot) =>
  left.step === right.step && left.focus === right.focus;

/** Where the room is. */
export const spotOf = ({ meeting, focus }: Room): Spot => ({
  step: meeting.step,
  focus: focus?.id ?? null,
});

/**
 * What one's own device shows of a meeting. It goes along with the room, except while something is
 * typed in what is shown, and for whoever chose to look at something else: back anywhere, nobody
 * ahead. `apart`: the room is elsewhere; `follow` goes there.
 */
export function useSpot(room: Room) {
  const typing = useTypedInShown();
  const there = spotOf(room);
  const [chosen, choose] = useState<Spot>();
  const own = chosen && chosen.step <= there.step && !sameSpot(chosen, there) ? chosen : undefined;
  if (chosen && !own) choose(undefined);
  const wanted = own ?? there;
  const [held, hold] = useState(wanted);
  // What was typed is stored: it goes on with the others.
  if (!typing && !sameSpot(held, wanted)) hold(wanted);
  const shown = typing ? held : wanted;
  const go = (spot?: Spot) => {
    choose(spot);
    hold(spot ?? there);
  };
  return { shown, apart: !sameSpot(shown, there), typing, look: go, follow: () => go() };
}

export type RoomSpot = ReturnType<typeof useSpot>;
