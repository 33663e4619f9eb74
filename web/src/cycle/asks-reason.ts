import type { Schemas } from "../api/client";

/** Whether the plan has begun: it then changes for a reason, which stays in its history. */
export const asksReason = (cycle: Schemas["Cycle"] | undefined) =>
  cycle?.state === "active" || cycle?.state === "review";
