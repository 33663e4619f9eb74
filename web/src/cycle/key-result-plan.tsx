import { IconArrowsVertical, IconChartLine, IconMapPins, IconStairsUp } from "@tabler/icons-react";
import type { TFunction } from "i18next";
import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatComputed, formatNumber, ofUnit } from "../app/format";
import { useMay } from "../app/may";
import type { KeyResultView } from "../cockpit/cockpit-query";
import { nameOf } from "../entity/named";
import type { OpenForm } from "../entity/use-entity-form";
import { RollOut } from "../key_result/roll-out";
import { AssumedMark } from "../question/assumed-mark";
import { PersonMark } from "../ui/person";
import style from "./plan.module.css";
import type { PlanPageData } from "./plan-query";

const iconOf = { metric: IconChartLine, corridor: IconArrowsVertical, stages: IconStairsUp };

/** A key result as it is planned, and the sites that it is rolled out to. */
export function KeyResultPlan({
  view,
  plan,
  handle,
  editable,
  open,
  onEdit,
}: {
  view: KeyResultView;
  plan: PlanPageData;
  handle: ReactNode;
  editable: boolean;
  open: OpenForm;
  onEdit: () => void;
}) {
  const { t } = useTranslation();
  const { contribute } = useMay();
  const [shows, setShows] = useState(false);
  const sitesId = useId();
  const { keyResult, sites } = view;
  const Icon = sites.length > 0 ? IconMapPins : iconOf[keyResult.kind];
  const owner = keyResult.owner && nameOf(plan.people, keyResult.owner);
  const before = useWaitsFor(view, plan);
  const mayRollOut = editable && contribute && plan.sites.length > 0;
  return (
    <div className={style.keyResult} data-dropped={keyResult.state === "dropped" || undefined}>
      <div className={style.keyResultLine}>
        {handle}
        <Icon size={18} stroke={1.75} aria-hidden="true" className={style.kind} />
        <div className={style.text}>
          <button type="button" className="plain" disabled={!editable} onClick={onEdit}>
            {keyResult.title}
          </button>{" "}
          <AssumedMark account={keyResult.account} id={keyResult.id} />
          <p className={style.measure}>
            {[
              measureOf(view, t),
              keyResult.follows !== "check_ins" && t(`choice.Follows.${keyResult.follows}`),
              !owner && t("plan.noOwner"),
              t("plan.weight", { weight: formatComputed(view.weight, 1) }),
              before,
              keyResult.state === "dropped" && t("choice.KeyResultState.dropped"),
            ]
              .filter(Boolean)
              .join(" · ")}
          </p>
        </div>
        {(sites.length > 0 || mayRollOut) && (
          <button
            type="button"
            className={`plain ${style.sites}`}
            aria-expanded={shows}
            aria-controls={sitesId}
            aria-label={t("plan.rollOutOf", {
              sites:
                sites.length > 0 ? t("plan.sites", { count: sites.length }) : t("plan.rollOut"),
              title: keyResult.title,
            })}
            onClick={() => setShows(!shows)}
          >
            {sites.length > 0 ? t("plan.sites", { count: sites.length }) : t("plan.rollOut")}
          </button>
        )}
        {owner ? <PersonMark name={owner} size="s" /> : <span className={style.nobody} />}
      </div>
      <div id={sitesId} className={style.rollOut} hidden={!shows}>
        {shows && <RollOut view={view} sites={plan.sites} cycle={plan.cycle} onOpen={open} bare />}
      </div>
    </div>
  );
}

/** What it begins after, by its number where that is one of the same objective. */
function useWaitsFor({ keyResult }: KeyResultView, plan: PlanPageData) {
  const { t } = useTranslation();
  for (const { objective, keyResults } of plan.objectives) {
    const at = keyResults.findIndex((one) => one.keyResult.id === keyResult.dependsOn);
    const before = keyResults[at]?.keyResult;
    if (!before) continue;
    return objective.id === keyResult.objective
      ? t("plan.afterNumber", { number: at + 1 })
      : t("plan.after", { title: before.title });
  }
  return undefined;
}

function measureOf({ keyResult, decimals }: KeyResultView, t: TFunction) {
  // The first stage is where it begins.
  if (keyResult.kind === "stages") return t("plan.stages", { count: keyResult.stages.length - 1 });
  if (keyResult.kind === "corridor")
    return `${keyResult.lower !== null ? `≥ ${formatNumber(keyResult.lower)}` : ""} ${keyResult.upper !== null ? `≤ ${formatNumber(keyResult.upper)}` : ""}${ofUnit(keyResult.unit, " ")}`;
  return `${keyResult.follows === "check_ins" ? formatNumber(keyResult.start) : formatComputed(keyResult.start, decimals)} → ${formatNumber(keyResult.target)}${ofUnit(keyResult.unit, " ")}`;
}
