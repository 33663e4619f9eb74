import type { Values } from "../entity/fields";
import { nothingPasted, type PasteDraft } from "../paste/draft";
import type { FirstRunStep } from "./first-run-steps";

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

const draftsOf = {
  account: ["account"],
  people: ["team", "sites", "areas"],
  share: ["share"],
  vision: ["vision", "goals"],
  cycle: ["cycle"],
} as const satisfies Record<FirstRunStep, readonly (keyof Drafts)[]>;

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

/** What of the drafts of a step is typed and not stored. */
export const typedOf = (drafts: Drafts, step: FirstRunStep) =>
  draftsOf[step].filter((name) => isTyped(drafts[name]));

/** How many lines of a list wait: to be read, or to be put right. */
export function linesLeft(draft: Values | PasteDraft | undefined): number {
  const text = draft?.text;
  return typeof text === "string" ? text.split("\n").filter((line) => line.trim()).length : 0;
}

export const anyTyped = (drafts: Drafts) => Object.values(drafts).some(isTyped);
