import { useQueryClient } from "@tanstack/react-query";
import { Link, useLocation, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, data, type Schemas } from "../api/client";
import { ofAccounts } from "../api/use-send";
import { formatDate, formatShare } from "../app/format";
import { WriteButton } from "../app/may";
import { Chip } from "../ui/chip";
import { LeftOpen } from "./left-open";
import style from "./plan.module.css";
import type { PlanPageData } from "./plan-query";
import { QuadrantChip } from "./quadrant";

/** What the cycle before came to, what was learned and decided, and what of it goes on. */
export function LookBack({ plan }: { plan: PlanPageData }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const leftOpen = useLocation({ select: (location) => location.state.leftOpen });
  const { previous, cycle } = plan;
  if (!previous) return <p className="muted">{t("plan.firstCycle")}</p>;
  // Until its review there is nothing to take over or to learn.
  const decided = previous.state === "review" || previous.state === "closed";
  return (
    <>
      <div className="head">
        <h3>{t(decided ? "plan.last" : "plan.before", { name: previous.name })}</h3>
        <Link className={style.link} to="/cycles/$cycle/review" params={{ cycle: previous.id }}>
          {t("review.open")}
        </Link>
      </div>
      {!decided && (
        <p className="muted">{t("plan.undecided", { date: formatDate(previous.endsOn) })}</p>
      )}
      <ul className={style.lines}>
        {(decided ? plan.previousRows : []).map((row) => (
          <li key={row.objective}>
            <div className={style.text}>
              <b>{row.title}</b>
              <p className={style.second}>
                {t("effect.result")} {formatShare(row.result)} · {t("outcome")}{" "}
                {formatShare(row.effect)}
              </p>
              {row.lesson && <q className={style.lesson}>{row.lesson}</q>}
            </div>
            <div className={style.chips}>
              <QuadrantChip quadrant={row.quadrant} />
              {row.decision && <Chip tone="line">{t(`choice.Decision.${row.decision}`)}</Chip>}
            </div>
          </li>
        ))}
      </ul>
      {leftOpen && <LeftOpen entries={leftOpen} />}
      <CarryOver
        plan={plan}
        onCarried={(left) =>
          navigate({
            to: "/cycles/$cycle/plan",
            params: { cycle: cycle.id },
            search: { step: "back" },
            state: { leftOpen: left },
            replace: true,
          })
        }
      />
    </>
  );
}

/** Takes over what the review of the cycle before decided to go on with; says what was left open. */
export function CarryOver({
  plan,
  onCarried,
}: {
  plan: PlanPageData;
  onCarried: (leftOpen: Schemas["LeftOpen"][]) => unknown;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { previous, cycle } = plan;
  if (!previous || plan.waitingToCarry === 0) return null;
  const carry = async () => {
    const { leftOpen } = await data(
      api.POST("/api/v1/cycles/{id}/carry-over", {
        params: { path: { id: cycle.id } },
        body: { from: previous.id },
      }),
    );
    await onCarried(leftOpen);
    await queries.invalidateQueries(ofAccounts);
  };
  return (
    <div>
      <WriteButton onClick={carry}>{t("plan.carry", { count: plan.waitingToCarry })}</WriteButton>
    </div>
  );
}
