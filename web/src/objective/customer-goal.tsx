import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";

/** The goal of the customer that an objective serves, in the customer's words; nothing where none is known. */
export function CustomerGoal({ objective }: { objective: Schemas["Objective"] }) {
  const { t } = useTranslation();
  if (!objective.customerGoal) return null;
  return <p className="muted">{t("objective.customerGoal", { goal: objective.customerGoal })}</p>;
}
