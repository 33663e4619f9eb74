import type { Schemas } from "../api/client";

/** When a meeting was begun, which is not always when it was planned; else when it shall be. */
export const momentOf = ({
  startedAt,
  plannedAt,
}: Pick<Schemas["Meeting"], "startedAt" | "plannedAt">) => startedAt ?? plannedAt;
