import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Schemas } from "../api/client";
import { cockpitQuery, type KeyResultView } from "../cockpit/cockpit-query";
import { nameOf } from "../entity/named";
import { reviewQuery } from "../review/review-query";
import type { Step } from "./agenda";
import type { Room } from "./room-query";

/** One of the things that a step goes through, one after the other. */
export interface Item {
  id: string;
  kind: Schemas["FocusKind"];
  title: string;
  owner: string;
  /** There is nothing left to say of it. */
  done: boolean;
}

const silence = ({ daysSilent }: KeyResultView) => daysSilent ?? Number.MAX_SAFE_INTEGER;
const follows = ({ keyResult }: KeyResultView) => keyResult.follows !== "check_ins";

/** The key results that run, the one silent for longest first, and those last that follow a source. */
export const inCheckInOrder = (views: KeyResultView[]) =>
  views
    .filter(({ keyResult }) => keyResult.state === "active")
    .sort(
      (left, right) =>
        Number(follows(left)) - Number(follows(right)) || silence(right) - silence(left),
    );

/** What is gone through in a step, in an order that stays while it is gone through. */
export function useItems(room: Room, step: Step): Item[] {
  const checksIn = step === "check_ins";
  const looksBack = step === "results" || step === "effect";
  const cockpit = useQuery({
    ...cockpitQuery(room.account.id, room.cycle ?? undefined),
    enabled: checksIn,
  }).data;
  const review = useQuery({
    ...reviewQuery(room.endedCycle ?? ""),
    enabled: looksBack && room.endedCycle !== null,
  }).data;
  const items: Item[] = [];
  if (checksIn)
    for (const view of inCheckInOrder((cockpit?.objectives ?? []).flatMap((one) => one.keyResults)))
      items.push({
        id: view.keyResult.id,
        kind: "key_result",
        title: view.keyResult.title,
        owner: view.keyResult.owner ? nameOf(room.people, view.keyResult.owner) : "",
        // Of a roll-out one site is enough: the others have their turn another time.
        done: follows(view) || view.daysSilent === 0 || view.lastCheckIn === room.today,
      });
  if (looksBack)
    for (const { view, review: told } of review?.objectives ?? [])
      if (view.objective.state !== "dropped")
        items.push({
          id: view.objective.id,
          kind: "objective",
          title: view.objective.title,
          owner: view.objective.owner ? nameOf(room.people, view.objective.owner) : "",
          done: step === "effect" && told?.decision != null,
        });
  // Whoever checks in must not move the others' list below their hands.
  const [order, setOrder] = useState<string[]>([]);
  const fresh = items.filter(({ id }) => !order.includes(id)).map(({ id }) => id);
  if (fresh.length > 0) setOrder([...order, ...fresh]);
  const place = ({ id }: Item) => [...order, ...fresh].indexOf(id);
  return items.sort((left, right) => place(left) - place(right));
}

/** The one that is looked at: what was chosen, else the first that is not done. */
export const itemAt = (items: Item[], focus: string | null) =>
  items.find(({ id }) => id === focus) ?? items.find(({ done }) => !done) ?? items[0];

/** What comes after it: the next that is not done, round to the first ones. */
export function itemAfter(items: Item[], now: Item | undefined) {
  const at = items.findIndex(({ id }) => id === now?.id);
  return [...items.slice(at + 1), ...items.slice(0, Math.max(at, 0))].find(({ done }) => !done);
}
