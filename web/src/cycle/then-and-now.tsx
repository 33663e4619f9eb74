import { useTranslation } from "react-i18next";
import { ChangeLine } from "../activity/change-line";
import { formatComputed, formatNumber, ofUnit } from "../app/format";
import { Chip } from "../ui/chip";
import type { PlanPageData } from "./plan-query";

/** The plan as it was at the start beside the plan now, and why it changed. */
export function ThenAndNow({ plan }: { plan: PlanPageData }) {
  const { t } = useTranslation();
  if (plan.atStart.length === 0) return null;
  const now = new Map(plan.objectives.map((view) => [view.objective.id, view]));
  const added = plan.objectives.filter(
    ({ objective }) => !plan.atStart.some(({ id }) => id === objective.id),
  );
  return (
    <section className="card">
      <h2>{t("plan.thenNow")}</h2>
      <div className="scroll">
        <table className="data">
          <thead>
            <tr>
              <th>{t("plan.then")}</th>
              <th>{t("plan.now")}</th>
            </tr>
          </thead>
          <tbody>
            {plan.atStart.map((then) => {
              const view = now.get(then.id);
              return [
                <tr key={then.id}>
                  <td>
                    <b>{then.title}</b>
                  </td>
                  <td>
                    <b>{view ? view.objective.title : t("plan.gone")}</b>{" "}
                    {view?.objective.state === "dropped" && (
                      <Chip>{t("choice.ObjectiveState.dropped")}</Chip>
                    )}
                  </td>
                </tr>,
                ...then.keyResults.map((keyResult) => {
                  const one = view?.keyResults.find((each) => each.keyResult.id === keyResult.id);
                  // The start of what follows a series is read from it.
                  const startOf = (start: number | null) =>
                    one && one.keyResult.follows !== "check_ins"
                      ? formatComputed(start, one.decimals)
                      : formatNumber(start);
                  const target = (values: {
                    start: number | null;
                    target: number | null;
                    unit: string;
                  }) =>
                    values.target === null
                      ? ""
                      : ` · ${startOf(values.start)} → ${formatNumber(values.target)}${ofUnit(values.unit, " ")}`;
                  return (
                    <tr key={keyResult.id}>
                      <td className="muted">
                        {keyResult.title}
                        {target(keyResult)}
                      </td>
                      <td className="muted">
                        {one ? one.keyResult.title + target(one.keyResult) : t("plan.gone")}{" "}
                        {one?.keyResult.state === "dropped" && t("choice.KeyResultState.dropped")}
                      </td>
                    </tr>
                  );
                }),
              ];
            })}
            {added.map(({ objective }) => (
              <tr key={objective.id}>
                <td className="muted">–</td>
                <td>
                  <b>{objective.title}</b> <Chip>{t("plan.added")}</Chip>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {plan.sinceStart.length > 0 && (
        <>
          <h3>{t("plan.why")}</h3>
          <ul className="list">
            {plan.sinceStart.map((change) => (
              <li key={change.revision}>
                <ChangeLine change={change} people={plan.people} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
