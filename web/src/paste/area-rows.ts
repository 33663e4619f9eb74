import i18next from "i18next";
import type { Schemas } from "../api/client";
import { oneLine } from "../entity/fields";
import { choiceOf, wordsOf } from "./choice-words";
import type { Column } from "./columns";
import { nameKnown } from "./site-rows";
import { bad, fine, type Judge } from "./verdict";

type Area = Pick<Schemas["ProductArea"], "name" | "standing">;

export const standings = ["none", "listed", "secondary", "main"] as const;

export const areaColumns = (): Column[] => [
  {
    key: "name",
    label: i18next.t("field.name"),
    words: [
      "name",
      "produktbereich",
      "produktbereiche",
      "pb",
      "bereich",
      "product area",
      "product areas",
      "area",
    ],
  },
  {
    key: "standing",
    label: i18next.t("field.standing"),
    words: ["stellung", "unsere stellung", "standing", "our standing"],
  },
];

/** `otherwise` is the standing in those areas that stand without one. */
export const judgeAreas =
  (present: readonly { name: string }[], otherwise?: Schemas["Standing"] | null): Judge<Area> =>
  (rows) =>
    rows.map((row, index) => {
      const name = oneLine(row.of("name"));
      if (!name) return bad({ key: "name", says: i18next.t("paste.lacks.name") });
      const twin = nameKnown(row, "name", present, rows.slice(0, index));
      if (twin) return twin;
      const text = row.of("standing");
      const standing = text === "" ? otherwise : choiceOf("Standing", standings, text);
      if (!standing && text === "")
        return bad({ key: "standing", says: i18next.t("paste.lacks.standing") });
      if (!standing)
        return bad({
          key: "standing",
          says: i18next.t("paste.noChoice", {
            value: text,
            choices: wordsOf("Standing", standings),
          }),
        });
      return fine({ name, standing });
    });
