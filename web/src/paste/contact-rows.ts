import i18next from "i18next";
import type { Schemas } from "../api/client";
import { oneLine } from "../entity/fields";
import { choiceOf, wordsOf } from "./choice-words";
import type { Column } from "./columns";
import { nameKnown } from "./site-rows";
import { namedLike, nearNames } from "./table";
import { fine, type Judge, type Wrong } from "./verdict";

type Contact = Pick<
  Schemas["Contact"],
  "name" | "function" | "site" | "roles" | "attitude" | "influence"
>;

const roles = ["decider", "buyer", "influencer", "user", "gatekeeper", "coach"] as const;

export const contactColumns = (): Column[] => [
  {
    key: "name",
    label: i18next.t("field.name"),
    words: ["name", "ansprechpartner", "kontakt", "person", "contact"],
  },
  {
    key: "function",
    label: i18next.t("field.function"),
    words: ["funktion", "position", "titel", "function", "title", "job title"],
  },
  {
    key: "site",
    label: i18next.t("field.site"),
    words: ["standort", "werk", "site", "plant", "location"],
  },
  { key: "roles", label: i18next.t("field.roles"), words: ["rolle", "rollen", "role", "roles"] },
];

/** An unknown site by its name, with the one that was most likely meant. */
export function siteUnknown(sites: readonly { name: string }[], value: string): string {
  const near = nearNames(
    sites.map(({ name }) => name),
    value,
  )[0];
  return near
    ? i18next.t("paste.near", { value, near })
    : i18next.t("paste.noSite", { value, names: firstNames(sites) });
}

export const firstNames = (things: readonly { name: string }[]) =>
  things
    .slice(0, 3)
    .map(({ name }) => name)
    .join(", ") || "–";

export const judgeContacts =
  (
    present: readonly { name: string }[],
    sites: readonly { id: string; name: string }[],
  ): Judge<Contact> =>
  (rows) =>
    rows.map((row, index) => {
      const name = oneLine(row.of("name"));
      const wrong: Wrong[] = [];
      if (!name) wrong.push({ key: "name", says: i18next.t("paste.lacks.name") });
      const siteText = row.of("site");
      const site = siteText ? namedLike(sites, siteText) : undefined;
      if (siteText && !site) wrong.push({ key: "site", says: siteUnknown(sites, siteText) });
      const named = row
        .of("roles")
        .split(/[,/+&]|\s(?:und|and)\s/)
        .map((text) => text.trim())
        .filter(Boolean);
      const found = named.map((text) => choiceOf("BuyingRole", roles, text));
      const lost = named.find((_, at) => !found[at]);
      if (lost)
        wrong.push({
          key: "roles",
          says: i18next.t("paste.noChoice", {
            value: lost,
            choices: wordsOf("BuyingRole", roles),
          }),
        });
      if (wrong.length > 0) return { items: [], wrong, doubts: [] };
      const each = [...new Set(found.filter((role) => role !== undefined))];
      return (
        nameKnown(row, "name", present, rows.slice(0, index)) ??
        fine({
          name,
          function: oneLine(row.of("function")),
          site: site?.id ?? null,
          roles: each.length > 0 ? each : ["user" as const],
          attitude: 0,
          influence: 1,
        })
      );
    });
