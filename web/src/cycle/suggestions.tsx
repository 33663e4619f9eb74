import { useTranslation } from "react-i18next";
import { api, asSeen } from "../api/client";
import { formatDate } from "../app/format";
import { WriteButton } from "../app/may";
import type { OpenForm } from "../entity/use-entity-form";
import { planForms } from "./plan-options";
import type { PlanPageData } from "./plan-query";

/** Milestones of long-term goals that fall into this cycle. */
export function Suggestions({
  plan,
  open,
  running,
}: {
  plan: PlanPageData;
  open: OpenForm;
  running: boolean;
}) {
  const { t } = useTranslation();
  const forms = planForms(plan);
  const without = plan.goals.filter(
    ({ goal, stepsInCycle }) => goal.state === "open" && stepsInCycle === 0,
  );
  const hasGoals = plan.goals.some(({ goal }) => goal.state === "open");
  return (
    <section className="card">
      <h3>{t("plan.oneStep")}</h3>
      {plan.suggestions.length + without.length === 0 && (
        <p className="muted">{t(hasGoals ? "plan.allGoals" : "plan.noGoals")}</p>
      )}
      <ul>
        {plan.suggestions.map(({ milestone, goalTitle }) => (
          <li key={milestone.id}>
            <b>{milestone.title}</b>
            <div className="muted">
              {goalTitle} · {formatDate(milestone.due)}
            </div>
            <WriteButton
              variant="subtle"
              size="compact-sm"
              onClick={() =>
                open({
                  title: t("objective.add"),
                  collection: "/objectives",
                  parent: `/cycles/${plan.cycle.id}/objectives`,
                  fields: forms.objective,
                  initial: {
                    title: milestone.title,
                    outcomeKind: "own",
                    goals: [{ goal: milestone.goal, kind: "contributes" }],
                  },
                  askReason: running,
                  onSaved: (saved) =>
                    api.PATCH("/api/v1/milestones/{id}", {
                      params: asSeen(milestone),
                      body: { objective: saved.id },
                    }),
                })
              }
            >
              {t("plan.takeStep")}
            </WriteButton>
          </li>
        ))}
        {without.map(({ goal }) => (
          <li key={goal.id}>{t("plan.noStep", { goal: goal.title })}</li>
        ))}
      </ul>
    </section>
  );
}
