import { useTranslation } from "react-i18next";
import { formatDate } from "../app/format";
import type { Cockpit } from "./cockpit-query";

const day = 86_400_000;
const width = 1350;

/** Cycles, today and long-term goals on one line, from the first cycle to the farthest due date. */
export function TimeLine({ cockpit }: { cockpit: Cockpit }) {
  const { t } = useTranslation();
  const first = cockpit.cycles[0]?.cycle.startsOn ?? cockpit.today;
  const dates = [
    ...cockpit.cycles.map((view) => view.cycle.endsOn),
    ...cockpit.goals.map((view) => view.goal.due),
    cockpit.today,
  ].sort();
  const from = Date.parse(first);
  const span = Math.max(Date.parse(dates[dates.length - 1] as string) - from, 90 * day) * 1.18;
  const x = (date: string) => ((Date.parse(date) - from) / span) * width;
  const today = x(cockpit.today);
  return (
    <svg
      className="timeline"
      viewBox={`0 0 ${width} ${90 + cockpit.goals.length * 18}`}
      role="img"
      aria-label={t("timeLine.name")}
    >
      {cockpit.cycles.map(({ cycle, week, weeks, objectives }) => {
        const left = x(cycle.startsOn);
        const right = x(cycle.endsOn);
        const active = cycle.state === "active";
        return (
          <g key={cycle.id}>
            <rect x={left} y={26} width={right - left - 3} height={16} rx={4} fill="var(--track)" />
            {active && (
              <rect
                x={left}
                y={26}
                width={Math.max(Math.min(today, right) - left, 0)}
                height={16}
                rx={4}
                fill="var(--brand)"
              />
            )}
            <text x={left + 4} y={60} className={active ? "strong-text" : undefined}>
              {active
                ? t("timeLine.week", { name: cycle.name, week, weeks })
                : t("timeLine.cycle", { name: cycle.name, count: objectives })}
            </text>
          </g>
        );
      })}
      <line x1={today} x2={today} y1={14} y2={46} stroke="var(--ink)" strokeWidth={2} />
      <text x={today + 5} y={18} className="strong-text">
        {t("timeLine.today")}
      </text>
      {cockpit.goals.map(({ goal, stepsInCycle }, index) => {
        const at = x(goal.due);
        const y = 80 + index * 18;
        const before = at > width * 0.55;
        return (
          <g key={goal.id}>
            <path
              d={`M${at} 20V${y}M${at} 20h12l-4 5 4 5h-12`}
              stroke={goal.kind === "moal" ? "var(--ok)" : "var(--brand)"}
              fill="none"
            />
            <text x={before ? at - 6 : at + 6} y={y} textAnchor={before ? "end" : "start"}>
              <tspan className="strong-text">{goal.title}</tspan>
              {` · ${formatDate(goal.due)} · ${t("timeLine.steps", { count: stepsInCycle })}`}
            </text>
          </g>
        );
      })}
    </svg>
  );
}
