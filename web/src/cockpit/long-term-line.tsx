import { IconAlertTriangle, IconChevronLeft, IconFlag3Filled, IconPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { formatDate, formatPercent } from "../app/format";
import { WriteButton } from "../app/may";
import { Lane, Line } from "../long_term/line";
import line from "../long_term/line.module.css";
import {
  columnPlace,
  type LineColumn,
  lineRow,
  placed,
  placeOf,
  positionOf,
} from "../long_term/line-layout";
import { AssumedMark } from "../question/assumed-mark";
import { Bar } from "../ui/bar";
import type { Cockpit } from "./cockpit-query";
import { columnsOf } from "./columns-of";
import style from "./long-term-line.module.css";

type GoalView = Cockpit["goals"][number];

/** Beside each other in the column of their cycle. */
const stepsInRow = 3;

/** A lane a goal: what this cycle does for it, the milestones on the way, and the goal itself. */
export function LongTermLine({
  cockpit,
  onGoal,
}: {
  cockpit: Cockpit;
  onGoal: (goal?: GoalView["goal"]) => void;
}) {
  const { t } = useTranslation();
  const { columns, width, earlier } = columnsOf(cockpit);
  return (
    <section className={line.panel} aria-label={t("timeLine.name")}>
      <Line
        columns={columns}
        width={width}
        end={width}
        today={cockpit.today}
        corner={
          <>
            <h2>{t("timeLine.name")}</h2>
            {earlier && (
              <Link to="/cycles/$cycle/review" params={{ cycle: earlier.id }}>
                <IconChevronLeft size={14} stroke={1.75} aria-hidden="true" />
                {t("timeLine.review", { name: earlier.name })}
              </Link>
            )}
            <WriteButton
              variant="subtle"
              size="compact-xs"
              className={style.add}
              leftSection={<IconPlus size={14} stroke={1.75} aria-hidden="true" />}
              onClick={() => onGoal()}
            >
              {t("longTerm.addGoal")}
            </WriteButton>
          </>
        }
        wider={columns.length > 1}
        empty={cockpit.goals.length === 0 && t("cockpit.noGoals")}
      >
        {cockpit.goals.map((view) => (
          <GoalLane
            key={view.goal.id}
            view={view}
            cockpit={cockpit}
            columns={columns}
            width={width}
            onGoal={onGoal}
          />
        ))}
      </Line>
    </section>
  );
}

function GoalLane({
  view,
  cockpit,
  columns,
  width,
  onGoal,
}: {
  view: GoalView;
  cockpit: Cockpit;
  columns: LineColumn[];
  width: number;
  onGoal: (goal: GoalView["goal"]) => void;
}) {
  const { t } = useTranslation();
  const { goal } = view;
  const steps = cockpit.objectives.flatMap((objective, index) => {
    const link = objective.objective.goals.find((one) => one.goal === goal.id);
    if (!link || objective.objective.state === "dropped") return [];
    return [{ ...objective, number: index + 1, kind: link.kind }];
  });
  const shown = columns.find((column) => column.id !== null && column.id === cockpit.cycle);
  const stepRows = Math.ceil(steps.length / stepsInRow) + (view.asks ? 1 : 0);
  const first = columns[0]?.startsOn ?? "";
  const milestones = view.milestones.filter(({ due, reachedOn }) => due >= first || !reachedOn);
  const marks = placed(
    [...milestones, goal].map(({ due }) => positionOf(due, columns, width)),
    width,
    shown && stepRows > 0 ? [{ ...shown, rows: stepRows }] : [],
  );
  return (
    <Lane
      height={Math.max(1, stepRows, ...marks.map(({ row }) => row + 1)) * lineRow}
      name={
        <>
          <button type="button" className={`plain ${style.goal}`} onClick={() => onGoal(goal)}>
            <IconFlag3Filled size={16} aria-hidden="true" />
            {goal.title}
          </button>{" "}
          <AssumedMark account={goal.account} id={goal.id} />
          <small>
            <span className={style.kind}>{t(`choice.GoalKind.${goal.kind}`)} · </span>
            {goal.state === "open"
              ? t("goal.in", { count: view.monthsLeft })
              : t(`choice.GoalState.${goal.state}`)}
          </small>
        </>
      }
    >
      {shown && stepRows > 0 && (
        <div className={style.steps} style={columnPlace(shown, width)}>
          {steps.map((step) => (
            <a
              key={step.objective.id}
              href={`#${step.objective.id}`}
              className={style.step}
              data-kind={step.kind}
              title={step.objective.title}
            >
              {t("timeLine.objective", { number: step.number })}{" "}
              <span className={style.stepBar} aria-hidden="true">
                <Bar size="thin" told progress={step.progress} stale={step.outdated > 0} />
              </span>{" "}
              <span>{formatPercent(step.progress)}</span>{" "}
              <span className="sr-only">{t(`choice.GoalLinkKind.${step.kind}`)}</span>
            </a>
          ))}
          {view.asks && shown.id && (
            <Link to="/cycles/$cycle/plan" params={{ cycle: shown.id }} className={style.none}>
              <IconAlertTriangle size={16} stroke={1.75} aria-hidden="true" />
              {t("timeLine.none")}
            </Link>
          )}
        </div>
      )}
      {milestones.map((milestone, index) => (
        <Link
          key={milestone.id}
          to="/accounts/$account/long-term"
          params={{ account: goal.account }}
          hash={milestone.id}
          className={line.mark}
          data-reached={milestone.reachedOn ? true : undefined}
          style={placeOf(marks[index], width)}
          title={`${milestone.title} · ${formatDate(milestone.due)}`}
          aria-label={t(milestone.reachedOn ? "timeLine.reached" : "timeLine.milestone", {
            title: milestone.title,
            date: formatDate(milestone.due),
          })}
        >
          <span>{milestone.title}</span>
        </Link>
      ))}
      <span className={line.due} style={placeOf(marks[milestones.length], width)}>
        <IconFlag3Filled size={16} aria-hidden="true" />
        {t("longTerm.due", { date: formatDate(goal.due) })}
      </span>
    </Lane>
  );
}
