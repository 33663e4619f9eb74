import type { Values } from "../entity/fields";
import { nothingPasted, type PasteDraft } from "../paste/draft";

/** What was typed in the steps and is not stored. */
export interface Drafts {
  account?: Values;
  team?: PasteDraft;
  sites?: PasteDraft;
  areas?: PasteDraft;
  share?: PasteDraft;
  vision?: Values;
  goals?: PasteDraft;
  cycle?: Values;
}

export type PutDraft = <Name extends keyof Drafts>(name: Name, draft: Drafts[Name]) => void;

/** What a step shows and changes. */
export interface StepProps<C> {
  cockpit: C;
  drafts: Drafts;
  put: PutDraft;
}

export const pastedIn = (draft: PasteDraft | undefined) => draft ?? nothingPasted;

const isTyped = (draft: Values | PasteDraft | undefined) => {
  if (!draft) return false;
  if (typeof draft.text === "string" && !("horizon" in draft)) return draft.text.trim() !== "";
  return Object.keys(draft).length > 0;
};

export const anyTyped = (drafts: Drafts) => Object.values(drafts).some(isTyped);
