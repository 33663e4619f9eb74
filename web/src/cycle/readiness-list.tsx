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
        const goal = plan.goals.find(
          (view) => one.code !== "serves_goal" && view.goal.id === one.of,
        );
        return (
          <li key={one.code + (one.of ?? one.about)}>
            <Mark met={one.met} blocking={one.blocking} />
            <div>
              {one.met || one.lacking.length > 0 ? (
                words
              ) : one.code === "goal_has_step" ? (
                <Link
                  className={style.link}
                  to="/accounts/$account/long-term"
                  params={{ account: plan.account.id }}
                  hash={one.of ?? undefined}
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
              {one.code === "goal_has_step" && <p className={style.second}>{one.about}</p>}
              {!one.met && one.lacking.length > 0 && (
                <ul className={style.lacking}>
                  {one.lacking.map(({ id, name }) => (
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
                <WriteButton
                  variant="subtle"
                  size="compact-sm"
                  className={`${style.inline} no-print`}
                  onClick={() => planFrom.goal(goal.goal)}
                >
                  {t("plan.planStep")}
                </WriteButton>
              )}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
