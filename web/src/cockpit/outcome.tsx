import { useTranslation } from "react-i18next";
import { formatComputed, formatNumber } from "../app/format";
import { Spark } from "../ui/spark";
import type { ObjectiveView } from "./cockpit-query";

/** From where an objective's outcome came, where it is, and where it shall be. */
export function Outcome({ view }: { view: ObjectiveView }) {
  const { t } = useTranslation();
  const { objective, outcome } = view;
  if (objective.outcomeKind === "none")
    return <span className="muted">{t("objective.noOutcome")}</span>;
  return (
    <div>
      <span className="muted">
        {t("outcome")}: {objective.outcome}{" "}
        <span className="strong">
          {formatComputed(outcome.baseline, outcome.decimals)} →{" "}
          {formatComputed(outcome.now, outcome.decimals)}
        </span>{" "}
        {objective.outcomeUnit} ·{" "}
        {t("effect.target", {
          target: `${formatNumber(outcome.target)}${objective.outcomeUnit === "%" ? " %" : ""}`,
        })}
      </span>
      <Spark outcome={outcome} />
    </div>
  );
}
