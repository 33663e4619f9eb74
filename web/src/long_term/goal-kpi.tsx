import { Link } from "@tanstack/react-router";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { formatDate, formatNumber, ofUnit } from "../app/format";
import type { Option } from "../entity/fields";
import { Spark } from "../ui/spark";

/** The KPI of a goal that can't be chosen any more, as the form names it. */
export function archivedKpi({ kpi }: Schemas["GoalLine"], t: TFunction): Option[] {
  if (!kpi?.kpi.archivedAt) return [];
  const { id, name } = kpi.kpi;
  return [{ value: id, label: t("supply.archived", { name }), disabled: true }];
}

/** The KPI in which a goal is read: its last value, the day of it, and how it came there. */
export function GoalKpi({ account, kpi: read }: { account: string; kpi: Schemas["GoalKpi"] }) {
  const { t } = useTranslation();
  const { kpi, readings } = read;
  const [first] = readings;
  const last = readings[readings.length - 1];
  const value = (reading: Schemas["Reading"]) =>
    formatNumber(reading.value) + ofUnit(kpi.unit, " ");
  return (
    <div className="muted">
      <Link to="/accounts/$account/kpis" params={{ account }}>
        {kpi.archivedAt ? t("supply.archived", { name: kpi.name }) : kpi.name}
      </Link>
      {": "}
      {last ? (
        <>
          <span className="strong">{value(last)}</span> · {formatDate(last.on)}
        </>
      ) : (
        t("kpi.noValues")
      )}
      {first && last && (
        <Spark
          outcome={{
            readings,
            target: null,
            baseline: first.value,
            now: last.value,
            decimals: kpi.decimals,
          }}
          label={t("goal.kpiLine", { name: kpi.name, first: value(first), last: value(last) })}
        />
      )}
    </div>
  );
}
