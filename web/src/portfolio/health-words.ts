import type { TFunction } from "i18next";
import type { Schemas } from "../api/client";

/** How an account stands; of an outdated one, how much of it is. */
export const healthWords = (
  { health, outdated }: Pick<Schemas["PortfolioFigures"], "health" | "outdated">,
  t: TFunction,
) =>
  health === "outdated" && outdated > 0
    ? t("portfolio.outdated", { count: outdated })
    : t(`choice.Health.${health}`);
