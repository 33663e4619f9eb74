import type { Field, Option } from "../entity/fields";

export const decisions = ["continue", "adapt", "stop", "done"] as const;

/** What a team writes of an objective when it looks back. */
export const reviewFields = (keyResults: Option[]): Field[] => [
  { name: "effectNote", kind: "prose" },
  { name: "lesson", kind: "prose" },
  { name: "scoreOverride", kind: "number" },
  { name: "scoreReason", kind: "prose" },
  { name: "notJudged", kind: "switch" },
  { name: "decision", kind: "choice", of: "Decision", choices: decisions },
  { name: "carried", kind: "references", options: keyResults },
];
