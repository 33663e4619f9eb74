import { useTranslation } from "react-i18next";
import { formatComputed, formatNumber, ofUnit } from "../app/format";
import { outcomeName, outcomeUnit } from "../objective/outcome-name";
import { Spark } from "../ui/spark";
import type { ObjectiveView } from "./cockpit-query";
import style from "./objective-card.module.css";

/** Where an objective's outcome is, from where it came, and where it shall be. */
export function Outcome({ view }: { view: ObjectiveView }) {
  const { t } = useTranslation();
  const { objective, outcome } = view;
  if (objective.outcomeKind === "none")
    return (
      <div>
        <p className={style.label}>{t("objective.noOutcome")}</p>
      </div>
    );
  const named = outcomeUnit(objective);
  const isShare = named === "%";
  const unit = isShare ? ofUnit("%") : "";
  return (
    <div>
      <p className={style.label}>
        {t("outcome")}: {[outcomeName(objective, t), !isShare && named].filter(Boolean).join(", ")}
      </p>
      <p className={style.big}>
        {outcome.estimated && "≈"}
        {formatComputed(outcome.now, outcome.decimals)}
        {outcome.now !== null && unit}
      </p>
      <div className={style.way}>
        <div className={style.spark}>
          <Spark outcome={outcome} />
        </div>
        <p className={style.small}>
          {t("effect.from", {
            baseline: formatComputed(outcome.baseline, outcome.decimals) + unit,
          })}{" "}
          <span className="good">
            {t("effect.target", { target: formatNumber(outcome.target) + unit })}
          </span>
        </p>
      </div>
    </div>
  );
}
