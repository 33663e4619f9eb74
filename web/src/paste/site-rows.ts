import i18next from "i18next";
import type { Schemas } from "../api/client";
import { oneLine } from "../entity/fields";
import { readNumber } from "../number/read-number";
import { choiceOf, wordsOf } from "./choice-words";
import type { Column } from "./columns";
import { namedLike, plainWord } from "./table";
import { type Judge, known, type PastedRow, type Wrong } from "./verdict";

type Site = Pick<Schemas["Site"], "name" | "city" | "country" | "kind" | "purchasers">;

const kinds = ["plant", "headquarters", "warehouse", "office"] as const;

export const siteColumns = (): Column[] => [
  {
    key: "name",
    label: i18next.t("field.name"),
    words: ["name", "standort", "standorte", "werk", "werke", "site", "sites", "plant", "location"],
  },
  { key: "city", label: i18next.t("field.city"), words: ["ort", "stadt", "city", "town"] },
  { key: "country", label: i18next.t("field.country"), words: ["land", "country"] },
  { key: "kind", label: i18next.t("field.kind"), words: ["art", "typ", "kind", "type"] },
  {
    key: "purchasers",
    label: i18next.t("field.purchasers"),
    words: ["besteller", "anzahl besteller", "purchasers", "number of purchasers"],
  },
];

/** Names once each: what there is already, or stands in a line above, is left out. */
export function nameKnown(
  row: PastedRow,
  key: string,
  present: readonly { name: string }[],
  above: readonly PastedRow[],
) {
  const name = row.of(key);
  if (namedLike(present, name)) return known(i18next.t("paste.there", { name }));
  const twin = above.find((other) => plainWord(other.of(key)) === plainWord(name));
  return twin && known(i18next.t("paste.twice", { line: twin.line }));
}

export const judgeSites =
  (present: readonly { name: string }[]): Judge<Site> =>
  (rows) =>
    rows.map((row, index) => {
      const name = oneLine(row.of("name"));
      const wrong: Wrong[] = [];
      if (!name) wrong.push({ key: "name", says: i18next.t("paste.lacks.name") });
      const twin = name && nameKnown(row, "name", present, rows.slice(0, index));
      if (twin) return twin;
      const kindText = row.of("kind");
      const kind = kindText === "" ? "plant" : choiceOf("SiteKind", kinds, kindText);
      if (!kind)
        wrong.push({
          key: "kind",
          says: i18next.t("paste.noChoice", {
            value: kindText,
            choices: wordsOf("SiteKind", kinds),
          }),
        });
      const count = readNumber(row.of("purchasers"), i18next.language)?.value;
      if (count === undefined || (count !== null && (count < 0 || !Number.isInteger(count))))
        wrong.push({
          key: "purchasers",
          says: i18next.t("paste.noNumber", { value: row.of("purchasers"), example: 12 }),
        });
      if (!kind || wrong.length > 0) return { items: [], wrong, doubts: [] };
      return {
        items: [
          {
            name,
            city: oneLine(row.of("city")),
            country: oneLine(row.of("country")),
            kind,
            purchasers: count ?? null,
          },
        ],
        wrong,
        doubts: [],
      };
    });
