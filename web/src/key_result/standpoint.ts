import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { formatComputed, formatNumber, formatPercent, ofUnit } from "../app/format";

/** What tells where a key result stands. */
export type Standing = Pick<
  Schemas["KeyResultView"],
  "stage" | "progress" | "value" | "start" | "falling" | "decimals"
> & {
  keyResult: Pick<Schemas["KeyResult"], "kind" | "unit" | "target" | "follows"> & {
    stages: Pick<Schemas["Stage"], "title">[];
  };
};

/** What a metric counts from and to, as far as it is known, in words; nothing for other kinds. */
export function useStartAndTarget() {
  const { t } = useTranslation();
  return ({ keyResult, start, decimals }: Schemas["KeyResultView"]) => {
    const from = start ?? keyResult.start;
    if (keyResult.kind !== "metric") return "";
    return t("startAndTarget", {
      start:
        keyResult.follows === "check_ins" ? formatNumber(from) : formatComputed(from, decimals),
      target: formatNumber(keyResult.target),
    });
  };
}

/**
 * Where a key result stands, in words: "2 orders, target 10", "12 → 5 complaints, target 4", "Stage 3 of
 * 5: offer negotiated". The first stage is where it begins and bears no number.
 */
export function standpointOf(view: Standing, t: TFunction): string {
  const { keyResult } = view;
  const unit = ofUnit(keyResult.unit, " ");
  if (keyResult.kind === "stages") {
    if (view.stage === null) return formatPercent(view.progress);
    const title = keyResult.stages[view.stage]?.title ?? "–";
    if (view.stage === 0) return title;
    return t("stage.of", { number: view.stage, total: keyResult.stages.length - 1, title });
  }
  // A corridor at several sites has no value of its own.
  if (view.value === null) return formatPercent(view.progress);
  const computed = (number: number | null) =>
    keyResult.follows === "check_ins"
      ? formatNumber(number)
      : formatComputed(number, view.decimals);
  const value = computed(view.value);
  if (keyResult.kind === "corridor") return `${value}${unit}`;
  // Units are written in the plural: of one of them the target bears it.
  const alone = view.value === 1 && keyResult.target === 1;
  return t(view.falling ? "valueDownTo" : "valueOf", {
    count: view.value,
    start: computed(view.start),
    value,
    target: formatNumber(keyResult.target),
    unit: alone && keyResult.unit.length > 3 ? "" : unit,
  });
}

export function useStandpoint() {
  const { t } = useTranslation();
  return (view: Standing) => standpointOf(view, t);
}

/** The same of a key result as a one-pager tells it. */
export function standpointOfPage(of: Schemas["OnePagerKeyResult"], t: TFunction): string {
  const { kind, unit, target, stage, stageTitle } = of;
  const stages = Array.from({ length: of.stages }, (_, index) => ({
    title: index === stage ? stageTitle : "",
  }));
  const follows = of.computed ? "kpi" : "check_ins";
  return standpointOf({ ...of, keyResult: { kind, unit, target, stages, follows } }, t);
}
