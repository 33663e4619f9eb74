import type { TFunction } from "i18next";
import type { Schemas } from "../api/client";
import { formatComputed, formatNumber, ofUnit } from "../app/format";
import { outcomeUnit } from "../objective/outcome-name";

type Row = Pick<
  Schemas["EffectRow"],
  "baseline" | "now" | "target" | "outcomeKind" | "outcomeUnit" | "decimals"
>;

/** The outcome as one says it: "34 to 31 %, target 36 %"; what is not known yet is left out. */
export function outcomeWords(row: Row, t: TFunction): string {
  const { baseline, now, target } = row;
  const named = outcomeUnit(row);
  const unit = ofUnit(named);
  const ofTarget = named === "%" ? unit : "";
  const computed = (value: number) => formatComputed(value, row.decimals);
  const way =
    now === null
      ? baseline !== null && t("effect.began", { baseline: computed(baseline) + unit })
      : baseline === null
        ? computed(now) + unit
        : t("effect.way", { baseline: computed(baseline), now: computed(now) + unit });
  return [way, target !== null && t("effect.target", { target: formatNumber(target) + ofTarget })]
    .filter(Boolean)
    .join(", ");
}
