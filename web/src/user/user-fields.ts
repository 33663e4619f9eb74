import type { Field } from "../entity/fields";

export const userFields: Field[] = [
  { name: "name", kind: "text", required: true },
  { name: "email", kind: "text", required: true },
  {
    name: "role",
    kind: "choice",
    of: "OrganisationRole",
    choices: ["administrator", "head", "member"],
  },
  { name: "language", kind: "choice", of: "Language", choices: ["de", "en"] },
  { name: "function", kind: "text" },
  { name: "timeZone", kind: "timeZone" },
];

/** What people may change of themselves. */
export const profileFields: Field[] = [
  { name: "name", kind: "text", required: true },
  { name: "function", kind: "text" },
  { name: "language", kind: "choice", of: "Language", choices: ["de", "en"] },
  { name: "timeZone", kind: "timeZone" },
];
