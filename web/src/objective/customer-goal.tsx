import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";

/** The goal of the customer that an objective serves, in the customer's words; nothing where none is known. */
export function CustomerGoal({ objective }: { objective: Schemas["Objective"] }) {
  const { t } = useTranslation();
  if (!objective.customerGoal) return null;
  // Some write the customer's words in the quotation marks that stand around them here.
  const goal = objective.customerGoal.replace(/^[„“”"»«](.*)[“”"»«]$/, "$1");
  return <p className="muted">{t("objective.customerGoal", { goal })}</p>;
}
