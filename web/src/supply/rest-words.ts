import type { TFunction } from "i18next";
import type { Schemas } from "../api/client";

/** Who has the rest: a competitor by name, anything else in words; nothing where nobody said. */
export const restWords = (
  { rest, competitor }: Pick<Schemas["SupplyCell"], "rest" | "competitor">,
  t: TFunction,
) => (rest === "competitor" ? competitor : rest ? t(`choice.Rest.${rest}`) : "");
