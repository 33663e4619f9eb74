import type { Field } from "../entity/fields";

export const themes = [
  "supplier_consolidation",
  "single_sourcing",
  "nearshoring",
  "demand_shock",
  "tender_announced",
  "procurement_platform",
  "loyalty_fading",
  "price_pressure",
  "change_of_people",
  "merger",
  "technology_change",
  "regulation",
  "quality_complaint",
  "competitor_move",
  "payment_risk",
  "new_project",
  "other",
] as const;

export const natures = ["opportunity", "threat", "both"] as const;

export const sources = ["conversation", "visit", "news", "study", "data", "other"] as const;

export const signalFields: Field[] = [
  { name: "title", kind: "title", required: true },
  { name: "nature", kind: "choice", of: "SignalNature", choices: natures },
  { name: "impact", kind: "whole", min: 1, max: 5 },
  { name: "likelihood", kind: "whole", min: 1, max: 5 },
  { name: "actBy", kind: "date" },
  { name: "theme", kind: "choice", of: "SignalTheme", choices: themes },
  { name: "source", kind: "choice", of: "SignalSource", choices: sources },
  { name: "observedOn", kind: "date" },
  { name: "detail", kind: "prose" },
  { name: "evidence", kind: "links" },
  { name: "tags", kind: "tags" },
];

export const marketSignalFields: Field[] = [
  { name: "title", kind: "title", required: true },
  { name: "theme", kind: "choice", of: "SignalTheme", choices: themes },
  { name: "source", kind: "choice", of: "SignalSource", choices: sources },
  { name: "observedOn", kind: "date" },
  { name: "detail", kind: "prose" },
  { name: "evidence", kind: "links" },
];
