import { IconFlag3Filled } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { formatDate } from "../app/format";
import { AssumedMark } from "../question/assumed-mark";
import { AddMilestone, Ask, GoalName, MilestoneWords, StepCard } from "./goal-parts";
import { CycleName } from "./line";
import style from "./long-term.module.css";
import {
  dueIn,
  type GoalLine,
  type GoalsProps,
  isWithin,
  stepsIn,
  takesMilestone,
} from "./long-term-part";

/** The goals one below the other, each with its way: cycle by cycle what serves it. */
export const GoalList = (props: GoalsProps) => (
  <ul className={style.list}>
    {props.page.goals.map((line) => (
      <li key={line.goal.id}>
        <GoalName line={line} onGoal={props.onGoal} />
        <Way line={line} {...props} />
      </li>
    ))}
  </ul>
);

function Way({ line, page, now, onOpen, onMilestone }: GoalsProps & { line: GoalLine }) {
  const { t } = useTranslation();
  const { goal } = line;
  const next =
    page.cycles.find((cycle, place) => place > now && takesMilestone(line, cycle)) ??
    page.cycles.find((cycle) => takesMilestone(line, cycle));
  const first = page.cycles[0]?.startsOn ?? "";
  return (
    <div className={style.way}>
      <ol>
        {page.cycles.map((cycle, place) => {
          const steps = stepsIn(line, cycle.id);
          const asks = place === now && line.asks;
          const milestones = line.milestones.filter(
            ({ due }) => isWithin(due, cycle) || (place === 0 && due < first),
          );
          const ends = isWithin(goal.due, cycle);
          if (steps.length + milestones.length === 0 && !asks && !ends) return null;
          return (
            <li key={cycle.startsOn} data-now={place === now || undefined}>
              <h3>
                <CycleName cycle={cycle} />{" "}
                <small>{t("timeLine.from", { date: formatDate(cycle.startsOn) })}</small>
              </h3>
              {steps.map((step) => (
                <StepCard key={step.objective} step={step} account={goal.account} />
              ))}
              {asks && <Ask page={page} goal={goal.id} cycle={cycle} onOpen={onOpen} />}
              {milestones.map((milestone) => (
                <div
                  key={milestone.id}
                  className={style.entry}
                  data-reached={milestone.reachedOn ? true : undefined}
                >
                  <button
                    type="button"
                    id={milestone.id}
                    className="plain"
                    onClick={() => onMilestone(line, milestone)}
                  >
                    <MilestoneWords milestone={milestone} page={page} />
                  </button>
                  <AssumedMark account={milestone.account} id={milestone.id} />
                </div>
              ))}
              {ends && (
                <p className={style.end}>
                  <IconFlag3Filled size={16} aria-hidden="true" />
                  {t("longTerm.due", { date: formatDate(goal.due) })}
                </p>
              )}
            </li>
          );
        })}
      </ol>
      {next && (
        <AddMilestone
          label={t("longTerm.addMilestoneFor", { goal: goal.title })}
          onClick={() => onMilestone(line, undefined, dueIn(line, next))}
        />
      )}
    </div>
  );
}
