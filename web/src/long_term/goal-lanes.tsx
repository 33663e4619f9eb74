import { Button } from "@mantine/core";
import { IconClock, IconFlag3Filled } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { formatDate } from "../app/format";
import { AssumedMark } from "../question/assumed-mark";
import { contractOf } from "../supply/contract-list";
import { AddMilestone, Ask, GoalName, MilestoneWords, StepCard } from "./goal-parts";
import { Lane, Line } from "./line";
import line from "./line.module.css";
import {
  columnPlace,
  endOf,
  type LineColumn,
  laidOut,
  placed,
  placeOf,
  positionOf,
} from "./line-layout";
import style from "./long-term.module.css";
import { dueIn, type GoalLine, type GoalsProps, stepsIn, takesMilestone } from "./long-term-part";

const widths = { past: 84, now: 240, coming: 120 };
/** What the words of a mark need, and a card of a step. */
const label = 98;
const row = 80;
const contractRow = 60;
/** Cards leave some room in their column, where a mark of its last weeks stands. */
const share = 0.84;
/** Below what stands on a lane, where a milestone is added. */
const adding = 40;

interface Layout {
  columns: LineColumn[];
  width: number;
  end: number;
}

/** A lane a goal: what each cycle did and does for it, the milestones back from it, and the goal itself. */
export function GoalLanes(props: GoalsProps) {
  const { t } = useTranslation();
  const { page, now } = props;
  const [all, setAll] = useState(false);
  const from = all ? 0 : Math.max(0, now - 1);
  const { columns, width } = laidOut(page.cycles.slice(from), now - from, widths);
  const dates = [
    ...page.goals.flatMap(({ goal, milestones }) => [goal, ...milestones].map(({ due }) => due)),
    ...page.contracts.map(({ endsOn }) => endsOn),
  ];
  const layout = { columns, width, end: endOf(dates, columns, width, label) };
  return (
    <Line
      {...layout}
      today={page.today}
      corner={
        <>
          <b>{t("longTerm.lanes")}</b>
          <small>{t("longTerm.backwards")}</small>
          {now > 1 && (
            <Button
              variant="subtle"
              size="compact-xs"
              className={`${style.earlier} no-print`}
              aria-expanded={all}
              onClick={() => setAll(!all)}
            >
              {all ? t("longTerm.lastOnly") : t("longTerm.earlier", { count: now - 1 })}
            </Button>
          )}
        </>
      }
    >
      {page.goals.map((goal) => (
        <GoalLane key={goal.goal.id} line={goal} layout={layout} {...props} />
      ))}
      {page.contracts.length > 0 && <ContractLane page={page} layout={layout} />}
    </Line>
  );
}

function GoalLane({
  line: goalLine,
  layout: { columns, width, end },
  page,
  onOpen,
  onGoal,
  onMilestone,
}: GoalsProps & { line: GoalLine; layout: Layout }) {
  const { t } = useTranslation();
  const { goal } = goalLine;
  const filled = columns.flatMap((column) => {
    const steps = stepsIn(goalLine, column.id);
    const asks = column.now && goalLine.asks;
    const rows = steps.length + (asks ? 1 : 0);
    return rows > 0
      ? [{ column, steps, asks, at: column.at, width: column.width * share, rows }]
      : [];
  });
  const first = columns[0]?.startsOn ?? "";
  const milestones = goalLine.milestones.filter(({ due, reachedOn }) => due >= first || !reachedOn);
  const marks = placed(
    [...milestones, goal].map(({ due }) => positionOf(due, columns, width)),
    end,
    filled,
    label,
  );
  const rows = Math.max(1, ...filled.map((one) => one.rows), ...marks.map((one) => one.row + 1));
  const cycles = page.cycles.filter((cycle) => takesMilestone(goalLine, cycle));
  return (
    <Lane
      height={rows * row + (cycles.length > 0 ? adding : 0)}
      name={<GoalName line={goalLine} onGoal={onGoal} />}
    >
      {filled.map(({ column, steps, asks }) => (
        <div
          key={column.startsOn}
          className={style.steps}
          data-narrow={column.width < widths.coming || undefined}
          style={columnPlace({ ...column, width: column.width * share }, end)}
        >
          {steps.map((step) => (
            <StepCard key={step.objective} step={step} account={goal.account} />
          ))}
          {asks && <Ask page={page} goal={goal.id} cycle={column} onOpen={onOpen} />}
        </div>
      ))}
      {milestones.map((milestone, index) => (
        <span
          key={milestone.id}
          className={`${line.mark} ${style.mark}`}
          data-reached={milestone.reachedOn ? true : undefined}
          style={placeOf(marks[index], end, row)}
        >
          <button
            type="button"
            id={milestone.id}
            className="plain"
            title={milestone.title}
            onClick={() => onMilestone(goalLine, milestone)}
          >
            <MilestoneWords milestone={milestone} page={page} />
          </button>
          <AssumedMark account={milestone.account} id={milestone.id} />
        </span>
      ))}
      <span
        className={`${line.due} ${style.due}`}
        style={placeOf(marks[milestones.length], end, row)}
      >
        <IconFlag3Filled size={16} aria-hidden="true" />
        <span>{t("longTerm.due", { date: formatDate(goal.due) })}</span>
      </span>
      {columns.map(
        (column) =>
          cycles.some(({ startsOn }) => startsOn === column.startsOn) && (
            <span
              key={column.startsOn}
              className={style.adding}
              data-empty={isEmpty(goalLine, column) || undefined}
              style={columnPlace(column, end)}
            >
              <AddMilestone
                label={t("longTerm.addMilestone", { cycle: column.name })}
                onClick={() => onMilestone(goalLine, undefined, dueIn(goalLine, column))}
              />
            </span>
          ),
      )}
    </Lane>
  );
}

/** Whether a coming cycle on the way to the goal has nothing yet: there a milestone is missed. */
const isEmpty = ({ goal, milestones }: GoalLine, { startsOn, endsOn, now }: LineColumn) =>
  !now && endsOn < goal.due && !milestones.some(({ due }) => due >= startsOn && due <= endsOn);

/** The supply contracts that end on the way. */
function ContractLane({
  page,
  layout: { columns, width, end },
}: Pick<GoalsProps, "page"> & { layout: Layout }) {
  const { t } = useTranslation();
  const marks = placed(
    page.contracts.map(({ endsOn }) => positionOf(endsOn, columns, width)),
    end,
    [],
    label,
  );
  return (
    <Lane
      height={Math.max(1, ...marks.map((one) => one.row + 1)) * contractRow}
      name={
        <div className={style.goal}>
          <h2>{t("supply.contracts")}</h2>
        </div>
      }
    >
      {page.contracts.map((contract, index) => (
        <span
          key={contract.productArea + contract.site}
          className={`${line.due} ${style.due} ${style.contract}`}
          style={placeOf(marks[index], end, contractRow)}
        >
          <IconClock size={16} stroke={1.75} aria-hidden="true" />
          <span>
            {contractOf(contract, t)}{" "}
            <small>
              {formatDate(contract.endsOn)}
              {contract.ended && ` · ${t("supply.ended")}`}
            </small>
          </span>
        </span>
      ))}
    </Lane>
  );
}
