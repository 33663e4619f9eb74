import { IconAlertTriangle, IconChevronLeft, IconFlag3Filled, IconPlus } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import { formatDate, formatPercent } from "../app/format";
import { WriteButton } from "../app/may";
import { AssumedMark } from "../question/assumed-mark";
import { Bar } from "../ui/bar";
import { Beat } from "../ui/beat";
import type { Cockpit } from "./cockpit-query";
import { columnsOf, type LineColumn, lineLabel, lineRow, placed, positionOf } from "./line-layout";
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
  const dates = cockpit.goals.flatMap(({ goal, milestones }) => [
    goal.due,
    ...milestones.map(({ due }) => due),
  ]);
  // What stands at the far end has room for its words.
  const last = Math.max(0, ...dates.map((date) => positionOf(date, columns, width)));
  const end = Math.max(width, last + lineLabel);
  const today = positionOf(cockpit.today, columns, width);
  const tracks = [...columns.map((column) => column.width), ...(end > width ? [end - width] : [])];
  return (
    <section className={style.panel} aria-label={t("timeLine.name")}>
      <div
        className={style.line}
        style={
          {
            "--tracks": tracks.map((each) => `minmax(0, ${each}fr)`).join(" "),
            "--least": `${end}px`,
          } as CSSProperties
        }
      >
        <div className={style.grid} aria-hidden="true">
          <i />
          {columns.map((column) => (
            <i key={column.startsOn} data-now={column.now || undefined} />
          ))}
        </div>
        <div className={style.head}>
          <div className={style.name}>
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
          </div>
          {columns.map((column) => (
            <ColumnHead key={column.startsOn} column={column} wider={columns.length > 1} />
          ))}
        </div>
        {cockpit.goals.length === 0 && <p className={style.empty}>{t("cockpit.noGoals")}</p>}
        <ul>
          {cockpit.goals.map((view) => (
            <Lane
              key={view.goal.id}
              view={view}
              cockpit={cockpit}
              columns={columns}
              width={width}
              end={end}
              onGoal={onGoal}
            />
          ))}
        </ul>
        {cockpit.today >= (columns[0]?.startsOn ?? "") && today < width && (
          <div className={style.today} style={{ "--at": today / end } as CSSProperties}>
            <span>{t("timeLine.today")}</span>
          </div>
        )}
      </div>
    </section>
  );
}

function ColumnHead({ column, wider }: { column: LineColumn; wider: boolean }) {
  const { t } = useTranslation();
  const { name, week, weeks } = column;
  if (column.now)
    return (
      <div className={style.cycle} data-now>
        <span className={style.ends}>
          <b>{week ? t("timeLine.week", { name, week, weeks }) : name}</b>
          {wider && <span className={style.wider}>{t("timeLine.wider")}</span>}
        </span>
        {weeks > 0 && <Beat weeks={weeks} week={week} />}
        <span className={style.ends}>
          <span>{formatDate(column.startsOn)}</span>
          <span>{formatDate(column.endsOn)}</span>
        </span>
      </div>
    );
  return (
    <div className={style.cycle}>
      <b>
        {column.id ? (
          <Link
            to={column.planned ? "/cycles/$cycle/plan" : "/cycles/$cycle/review"}
            params={{ cycle: column.id }}
          >
            {name}
          </Link>
        ) : (
          name
        )}
      </b>
      {t("timeLine.from", { date: formatDate(column.startsOn) })}
    </div>
  );
}

function Lane({
  view,
  cockpit,
  columns,
  width,
  end,
  onGoal,
}: {
  view: GoalView;
  cockpit: Cockpit;
  columns: LineColumn[];
  width: number;
  end: number;
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
  const none = view.asks && steps.length === 0;
  const stepRows = Math.ceil((none ? 1 : steps.length) / stepsInRow);
  const first = columns[0]?.startsOn ?? "";
  const milestones = view.milestones.filter(({ due, reachedOn }) => due >= first || !reachedOn);
  const marks = placed(
    [...milestones, goal].map(({ due }) => positionOf(due, columns, width)),
    end,
    shown && stepRows > 0 ? { ...shown, rows: stepRows } : undefined,
  );
  const rows = Math.max(1, stepRows, ...marks.map(({ row }) => row + 1));
  const at = (mark: (typeof marks)[number] | undefined) =>
    ({
      left: `${((mark?.at ?? 0) / end) * 100}%`,
      top: (mark?.row ?? 0) * lineRow,
      maxWidth: `${((mark?.room ?? 0) / end) * 100}%`,
    }) as CSSProperties;
  return (
    <li className={style.lane}>
      <div className={style.name}>
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
      </div>
      <div className={style.track} style={{ minHeight: rows * lineRow }}>
        {shown && stepRows > 0 && (
          <div
            className={style.steps}
            style={{ left: `${(shown.at / end) * 100}%`, width: `${(shown.width / end) * 100}%` }}
          >
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
            {none && shown.id && (
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
            className={style.mark}
            data-reached={milestone.reachedOn ? true : undefined}
            style={at(marks[index])}
            title={`${milestone.title} · ${formatDate(milestone.due)}`}
            aria-label={t(milestone.reachedOn ? "timeLine.reached" : "timeLine.milestone", {
              title: milestone.title,
              date: formatDate(milestone.due),
            })}
          >
            <span>{milestone.title}</span>
          </Link>
        ))}
        <span className={style.due} style={at(marks[milestones.length])}>
          <IconFlag3Filled size={16} aria-hidden="true" />
          {t("longTerm.due", { date: formatDate(goal.due) })}
        </span>
      </div>
    </li>
  );
}
