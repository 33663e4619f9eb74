import type { TFunction } from "i18next";
import type { Schemas } from "../api/client";
import { formatDate } from "../app/format";

/** Who has the rest: a competitor by name, anything else in words; nothing where nobody said. */
export const restWords = (
  { rest, competitor }: Pick<Schemas["SupplyCell"], "rest" | "competitor">,
  t: TFunction,
) => (rest === "competitor" ? competitor : rest ? t(`choice.Rest.${rest}`) : "");

/** Who has the rest of a cell, and until when it is under contract, as far as anybody said. */
export const termsOf = (cell: Schemas["SupplyCell"], t: TFunction) => {
  const rest = restWords(cell, t);
  return [
    ...(rest ? [`${t("field.rest")}: ${rest}`] : []),
    ...(cell.contractEnd
      ? [
          t(cell.ended ? "supply.contractEnded" : "supply.contractUntil", {
            date: formatDate(cell.contractEnd),
          }),
        ]
      : []),
  ];
};
