import type { TFunction } from "i18next";
import type { Schemas } from "../api/client";

type Measured = Pick<
  Schemas["Objective"],
  "outcome" | "outcomeKind" | "outcomeAreas" | "outcomeSites" | "outcomeUnit"
>;

/** What should move at the customer: in the team's words, or else what it is measured by. */
export function outcomeName(of: Measured, t: TFunction): string {
  if (of.outcome || of.outcomeKind !== "supply")
    return of.outcome || t(`choice.OutcomeKind.${of.outcomeKind}`);
  const areas = of.outcomeAreas.length;
  const sites = of.outcomeSites.length;
  return [
    t("choice.OutcomeKind.supply"),
    areas > 0 && t("outcomeShare.areas", { count: areas }),
    sites > 0 && t("outcomeShare.sites", { count: sites }),
  ]
    .filter(Boolean)
    .join(" ");
}

/** What an outcome's figures are in; a share of supply is in per cent, whatever was written. */
export const outcomeUnit = (of: Pick<Measured, "outcomeKind" | "outcomeUnit">) =>
  of.outcomeKind === "supply" ? "%" : of.outcomeUnit;
