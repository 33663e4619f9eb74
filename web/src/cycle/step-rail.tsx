import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { Rail } from "../ui/rail";
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
    <Rail
      label={t("plan.steps")}
      now={now}
      steps={planSteps.map((step) => ({
        key: step,
        name: nameOf(step),
        says: say(states[step]),
        done: states[step].done,
        link: (content, current) => (
          <Link
            to="/cycles/$cycle/plan"
            params={{ cycle }}
            search={{ step }}
            aria-current={current}
          >
            {content}
          </Link>
        ),
      }))}
    />
  );
}
