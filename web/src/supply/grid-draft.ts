import { useSyncExternalStore } from "react";
import { dropDraftsInTab } from "../unsaved/tab-drafts";
import type { Remarks } from "./grid-cell";

/** What was typed in the grid of a period and is not stored: it outlives the grid and the page. */
export interface GridDraft {
  account: string;
  period: string;
  startsOn: string;
  /** By cell and member, as typed. */
  typed: Record<string, string>;
  said: Partial<Remarks>;
}

type Where = Pick<GridDraft, "account" | "period" | "startsOn">;

let drafts: GridDraft[] = [];
const listeners = new Set<() => void>();

const isOf = (where: Where) => (draft: GridDraft) =>
  draft.account === where.account &&
  draft.period === where.period &&
  draft.startsOn === where.startsOn;

/** Keeps a draft in the place of the former one; an empty one is let go. */
export function keepDraft(draft: GridDraft) {
  const others = drafts.filter((one) => !isOf(draft)(one));
  drafts = Object.keys(draft.typed).length > 0 ? [...others, draft] : others;
  for (const listener of listeners) listener();
}

export const dropDraft = (where: Where) => keepDraft({ ...where, typed: {}, said: {} });

/** Who signs in next must not find them, nor those of other pages. */
export function dropAllDrafts() {
  drafts = [];
  dropDraftsInTab();
  for (const listener of listeners) listener();
}

export const anyDraft = () => drafts.length > 0;

export const draftOf = (where: Where) => drafts.find(isOf(where));

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The drafts of an account, shown anew when they change. */
export const useDrafts = (account: string) =>
  useSyncExternalStore(subscribe, () => drafts).filter((draft) => draft.account === account);

if (typeof window !== "undefined")
  window.addEventListener("beforeunload", (event) => {
    if (anyDraft()) event.preventDefault();
  });
