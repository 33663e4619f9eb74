import type { Field, Option } from "../entity/fields";

/** How the team works with an account. */
export const accountSettingsFields = (accounts: Option[]): Field[] => [
  { name: "name", kind: "text", required: true },
  { name: "code", kind: "text", required: true },
  { name: "industry", kind: "text" },
  { name: "cadence", kind: "whole", min: 1, max: 12 },
  { name: "checkInInterval", kind: "whole", min: 1, max: 90 },
  { name: "firstCycleStart", kind: "date" },
  {
    name: "sharePeriod",
    kind: "choice",
    of: "Period",
    choices: ["month", "quarter", "year"],
  },
  { name: "parent", kind: "reference", options: accounts },
  { name: "externalId", kind: "text" },
];

/** What is known of the customer itself. */
export const accountProfileFields: Field[] = [
  { name: "statusNote", kind: "prose" },
  { name: "purchasingStrategy", kind: "prose" },
  { name: "customerFiscalMonth", kind: "month" },
  { name: "keyFigures", kind: "keyFigures", max: 4 },
];

export const siteFields: Field[] = [
  { name: "name", kind: "text", required: true },
  { name: "city", kind: "text" },
  { name: "country", kind: "text" },
  {
    name: "kind",
    kind: "choice",
    of: "SiteKind",
    choices: ["plant", "headquarters", "warehouse", "office"],
  },
  { name: "purchasers", kind: "whole", min: 0 },
];

export const productAreaFields: Field[] = [
  { name: "name", kind: "text", required: true },
  {
    name: "standing",
    kind: "choice",
    of: "Standing",
    choices: ["none", "listed", "secondary", "main"],
  },
  { name: "since", kind: "date" },
];

export const visionFields: Field[] = [
  { name: "text", kind: "prose", required: true },
  { name: "horizon", kind: "whole", min: 2000, max: 2200 },
];

export const goalFields = (kpis: Option[]): Field[] => [
  { name: "title", kind: "text", required: true },
  { name: "measure", kind: "prose" },
  { name: "due", kind: "date", required: true },
  { name: "kind", kind: "choice", of: "GoalKind", choices: ["strategic", "moal"] },
  {
    name: "state",
    kind: "choice",
    of: "GoalState",
    choices: ["open", "reached", "missed", "dropped"],
  },
  { name: "kpi", kind: "reference", options: kpis },
];

export const memberFields = (users: Option[]): Field[] => [
  { name: "user", kind: "reference", required: true, options: users },
  {
    name: "role",
    kind: "choice",
    of: "TeamRole",
    choices: ["manager", "member", "sponsor", "observer"],
  },
  { name: "since", kind: "date" },
];

export const contactFields = (sites: Option[], team: Option[], others: Option[]): Field[] => [
  { name: "name", kind: "text", required: true },
  { name: "function", kind: "text" },
  { name: "site", kind: "reference", options: sites },
  {
    name: "roles",
    kind: "choices",
    of: "BuyingRole",
    choices: ["decider", "buyer", "influencer", "user", "gatekeeper", "coach"],
    required: true,
  },
  { name: "reportsTo", kind: "reference", options: others },
  { name: "attitude", kind: "attitude", required: true },
  {
    name: "wantedAttitude",
    kind: "attitude",
    doubt: ({ attitude, wantedAttitude: wanted }) =>
      typeof wanted === "number" && wanted < Number(attitude) && "wanted_below",
  },
  { name: "influence", kind: "whole", min: 1, max: 3 },
  { name: "keptBy", kind: "reference", options: team },
  { name: "lastContact", kind: "date" },
];

export const cycleFields: Field[] = [
  { name: "name", kind: "text", required: true },
  { name: "startsOn", kind: "date", required: true },
  { name: "endsOn", kind: "date", required: true },
];
