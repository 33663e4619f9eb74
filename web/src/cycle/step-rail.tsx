import { IconCheck } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import style from "./plan.module.css";
import { type PlanStep, planSteps } from "./plan-steps";
import type { StepState } from "./step-states";

interface Props {
  cycle: string;
  now: PlanStep;
  /** Whether the cycle has started: the last step then tells what became of the plan. */
  begun: boolean;
  states: Record<PlanStep, StepState>;
}

export function useStepName(begun: boolean) {
  const { t } = useTranslation();
  return (step: PlanStep) => t(`plan.step.${step === "start" && begun ? "since" : step}`);
}

export function useStepSays() {
  const { t } = useTranslation();
  return ({ says }: StepState) => {
    const { count = 0, of = 0 } = says;
    if (says.key === "objectives")
      return t("plan.has.with", {
        objectives: t("plan.has.objectives", { count }),
        keyResults: t("plan.has.keyResults", { count: of }),
      });
    return t(`plan.has.${says.key}`, { count, of });
  };
}

/** The five steps, what each of them has or lacks, and the way to it. */
export function StepRail({ cycle, now, begun, states }: Props) {
  const { t } = useTranslation();
  const nameOf = useStepName(begun);
  const say = useStepSays();
  return (
    <nav className={`${style.rail} no-print`} aria-label={t("plan.steps")}>
      <ol>
        {planSteps.map((step, index) => {
          const state = states[step];
          return (
            <li key={step} data-done={state.done || undefined} data-now={step === now || undefined}>
              <Link
                to="/cycles/$cycle/plan"
                params={{ cycle }}
                search={{ step }}
                aria-current={step === now ? "step" : undefined}
              >
                <span className={style.number} aria-hidden="true">
                  {state.done && step !== now ? <IconCheck size={16} stroke={1.75} /> : index + 1}
                </span>
                <span className={style.what}>
                  <b>{nameOf(step)}</b>
                  <small>{say(state)}</small>
                </span>
              </Link>
            </li>
          );
        })}
      </ol>
      <p className={style.nowOnPhone} aria-hidden="true">
        <b>{nameOf(now)}</b> <small>{say(states[now])}</small>
      </p>
    </nav>
  );
}
