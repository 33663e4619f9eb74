import type { Schemas } from "../api/client";

export type ImportKind = Schemas["ImportKind"];

/** What the rows of a file may be. */
export const importKinds = [
  "sites",
  "areas",
  "contacts",
  "supply",
  "kpi_values",
  "signals",
  "plan",
  "check_ins",
  "actions",
] as const satisfies readonly ImportKind[];

/** From a file to what it brings, in this order; each is a view of the one page. */
export const importSteps = ["source", "sheet", "columns", "check", "confirm"] as const;

export type ImportStep = (typeof importSteps)[number];
