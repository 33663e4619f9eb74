import { IconAlertTriangle, IconCircleCheck, IconCircleX } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Texts } from "../app/i18n";
import { WriteButton } from "../app/may";
import style from "./plan.module.css";
import type { PlanPageData } from "./plan-query";
import type { PlanFrom } from "./tray";

const icon = { size: 18, stroke: 1.75, "aria-hidden": true } as const;

const Mark = ({ met, blocking }: { met: boolean; blocking: boolean }) => {
  if (met) return <IconCircleCheck {...icon} className="good" />;
  return blocking ? (
    <IconCircleX {...icon} className="poor" />
  ) : (
    <IconAlertTriangle {...icon} className="fair" />
  );
};

/** What a good start needs, each that is missing the way to its place; few keep the cycle from starting. */
export function ReadinessList({
  plan,
  planFrom,
}: {
  plan: PlanPageData;
  planFrom: PlanFrom | undefined;
}) {
  const { t } = useTranslation();
  return (
    <ul className={style.ready}>
      {plan.readiness.map((one) => {
        const words = t(`ready.${one.code as keyof Texts["ready"]}`);
        const [first] = one.about;
        const goal = one.code === "goal_has_step" && first;
        const lacking = one.met || goal ? [] : one.about;
        return (
          <li key={one.code + (goal ? goal.id : "")}>
            <Mark met={one.met} blocking={one.blocking} />
            <div>
              {one.met || lacking.length > 0 ? (
                words
              ) : goal ? (
                <Link
                  className={style.link}
                  to="/accounts/$account/long-term"
                  params={{ account: plan.account.id }}
                  hash={goal.id}
                >
                  {words}
                </Link>
              ) : (
                <Link
                  className={style.link}
                  to="/cycles/$cycle/plan"
                  params={{ cycle: plan.cycle.id }}
                  search={{ step: "objectives" }}
                >
                  {words}
                </Link>
              )}
              {goal && <p className={style.second}>{goal.name}</p>}
              {lacking.length > 0 && (
                <ul className={style.lacking}>
                  {lacking.map(({ id, name }) => (
                    <li key={id}>
                      <Link
                        className={style.link}
                        to="/cycles/$cycle/plan"
                        params={{ cycle: plan.cycle.id }}
                        search={{ step: "objectives" }}
                        hash={id}
                      >
                        {name}
                      </Link>
                    </li>
                  ))}
                </ul>
              )}
              {!one.met &&
                (one.blocking ? (
                  <p className={`${style.second} ${style.needed}`}>{t("ready.needed")}</p>
                ) : (
                  <span className="sr-only">{t("ready.missing")}</span>
                ))}
              {!one.met && goal && planFrom && (
                <PlanStep plan={plan} goal={goal.id} planFrom={planFrom} />
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** The way to an objective that brings the goal nearer. */
function PlanStep({
  plan,
  goal,
  planFrom,
}: {
  plan: PlanPageData;
  goal: string;
  planFrom: PlanFrom;
}) {
  const { t } = useTranslation();
  const view = plan.goals.find((each) => each.goal.id === goal);
  if (!view) return null;
  return (
    <WriteButton
      variant="subtle"
      size="compact-sm"
      className={`${style.inline} no-print`}
      onClick={() => planFrom.goal(view.goal)}
    >
      {t("plan.planStep")}
    </WriteButton>
  );
}
