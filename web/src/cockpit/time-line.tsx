import { useElementSize } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { formatDate } from "../app/format";
import type { Cockpit } from "./cockpit-query";

const day = 86_400_000;

/** Cycles, today and long-term goals on one line, from the first cycle to the farthest due date. */
export function TimeLine({ cockpit }: { cockpit: Cockpit }) {
  const { t } = useTranslation();
  const { ref, width: measured } = useElementSize();
  const width = measured || 1000;
  const first = cockpit.cycles[0]?.cycle.startsOn ?? cockpit.today;
  const dates = [
    ...cockpit.cycles.map((view) => view.cycle.endsOn),
    ...cockpit.goals.map((view) => view.goal.due),
    cockpit.today,
  ].sort();
  const from = Date.parse(first);
  const span = Math.max(Date.parse(dates[dates.length - 1] as string) - from, 90 * day) * 1.06;
  const x = (date: string) => ((Date.parse(date) - from) / span) * width;
  const today = x(cockpit.today);
  return (
    <div ref={ref}>
      <svg
        className="timeline"
        width={width}
        height={70}
        viewBox={`0 0 ${width} 70`}
        role="img"
        aria-label={t("timeLine.name")}
      >
        {cockpit.cycles.map(({ cycle, week, weeks, objectives }) => {
          const left = x(cycle.startsOn);
          const right = x(cycle.endsOn);
          const active = cycle.state === "active";
          const text = active
            ? t("timeLine.week", { name: cycle.name, week, weeks })
            : t("timeLine.cycle", { name: cycle.name, count: objectives });
          return (
            <g key={cycle.id}>
              <title>{`${text} · ${formatDate(cycle.startsOn)}–${formatDate(cycle.endsOn)}`}</title>
              <rect
                x={left}
                y={30}
                width={Math.max(right - left - 3, 1)}
                height={16}
                rx={4}
                fill="var(--track)"
              />
              {active && (
                <rect
                  x={left}
                  y={30}
                  width={Math.max(Math.min(today, right) - left, 0)}
                  height={16}
                  rx={4}
                  fill="var(--brand)"
                />
              )}
              <text x={left + 2} y={62} className={active ? "strong-text" : undefined}>
                {right - left > text.length * 6.4 || (active && width > 500) ? text : cycle.name}
              </text>
            </g>
          );
        })}
        <line x1={today} x2={today} y1={14} y2={50} stroke="var(--ink)" strokeWidth={2} />
        <text x={today + 5} y={20} className="strong-text">
          {t("timeLine.today")}
        </text>
        {cockpit.goals.map(({ goal }, index) => {
          const at = x(goal.due);
          const colour = goal.kind === "moal" ? "var(--ok)" : "var(--brand)";
          return (
            <g key={goal.id}>
              <title>{`${goal.title} · ${formatDate(goal.due)}`}</title>
              <path d={`M${at} 6V50M${at} 6h14l-4 6 4 6h-14`} stroke={colour} fill="none" />
              <text x={at - 4} y={44} textAnchor="end" className="strong-text">
                {index + 1}
              </text>
            </g>
          );
        })}
      </svg>
      <ol className="goals">
        {cockpit.goals.map(({ goal, stepsInCycle }) => (
          <li key={goal.id}>
            <b>{goal.title}</b>{" "}
            <span className="muted">
              {formatDate(goal.due)} · {t("timeLine.steps", { count: stepsInCycle })}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
