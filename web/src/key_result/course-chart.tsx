import { useElementSize } from "@mantine/hooks";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import {
  formatComputed,
  formatDate,
  formatDayAndMonth,
  formatPercent,
  ofUnit,
} from "../app/format";
import { type Course, courseOf } from "./course";
import style from "./course-chart.module.css";
import { forecastRange } from "./forecast-text";
import type { Page } from "./key-result-part";
import { useStandpoint } from "./standpoint";

const height = 290;
const bottom = height - 26;
const right = 12;
/** So much of a stage's name has room beside the chart. */
const letters = 21;

const day = (on: string) => Date.parse(on);
const shortened = (text: string) =>
  text.length > letters ? `${text.slice(0, letters - 1).trimEnd()}…` : text;

/** What a key result stood at, what is expected, and what may become of it; hatched is too old to believe. */
export function CourseChart({ page }: { page: Page }) {
  const { t } = useTranslation();
  const { ref, width } = useElementSize();
  const hatch = useId();
  const edge = useId();
  const said = useSaid(page);
  const { view, cycle, today, silences = [] } = page;
  const course = courseOf(page);
  const stages = view.keyResult.kind === "stages" && view.sites.length === 0;
  const named = stages && width >= 560;
  const left = named ? 184 : 52;
  const first = day(cycle.startsOn);
  const days = day(course.ends) - first || 1;
  const x = (on: string) => left + ((day(on) - first) / days) * (width - left - right);
  const last = course.points.at(-1);
  const over = today > course.ends;
  const until = over ? course.ends : today;
  const runs = cycle.state === "active" && today >= cycle.startsOn && !over;
  const { forecast } = view;
  const range =
    forecast && last && page.due > until && t("forecast.short", { range: rangeWords(page) });
  // Today and the forecast are named above the chart, below each other where they would meet.
  const crowded = range && x(until) + 52 > x(page.due) - range.length * 7.5;
  const above = crowded ? 16 : 0;
  const top = 28 + above;
  const beyond = (at: number) =>
    bottom - ((at - course.low) / (course.high - course.low)) * (bottom - top);
  const y = (at: number) => beyond(Math.min(Math.max(at, course.low), course.high));
  return (
    <div ref={ref} className={style.chart}>
      <svg width="100%" height={height} role="img" aria-label={said}>
        {width > 0 && (
          <>
            <pattern
              id={hatch}
              width="6"
              height="6"
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <line className={style.hatch} y2="6" />
            </pattern>
            {visible(course.ticks, y).map((tick) => (
              <Tick
                key={tick}
                tick={tick}
                course={course}
                page={page}
                y={y(tick)}
                left={left}
                end={width - right}
                named={named}
              />
            ))}
            {silences.map(({ from, to }) => (
              <g key={from}>
                <rect
                  x={x(from)}
                  y={top}
                  width={Math.max(2, x(to) - x(from))}
                  height={bottom - top}
                  fill={`url(#${hatch})`}
                />
                {x(to) - x(from) > 56 && (
                  <text
                    className={style.halo}
                    x={(x(from) + x(to)) / 2}
                    y={bottom - 8}
                    textAnchor="middle"
                  >
                    {t("choice.Health.outdated")}
                  </text>
                )}
              </g>
            ))}
            {!course.percent &&
              course.wanted.map((at) => (
                <g key={at}>
                  <line
                    className={style.wanted}
                    x1={left}
                    x2={width - right}
                    y1={y(at)}
                    y2={y(at)}
                  />
                  {/* Above the plot stand today and the forecast. */}
                  <text
                    className={style.target}
                    x={left + 4}
                    y={y(at) < top + 14 ? y(at) + 15 : y(at) - 5}
                  >
                    {t("keyResult.target", { target: amount(page, at) })}
                  </text>
                </g>
              ))}
            {course.expected && course.start !== null && course.wanted[0] !== undefined && (
              <>
                <line
                  className={style.expected}
                  x1={left}
                  x2={x(page.due)}
                  y1={y(course.start)}
                  y2={y(course.wanted[0])}
                />
                <text
                  className={style.halo}
                  x={left + (x(page.due) - left) * 0.72}
                  y={y(course.start + (course.wanted[0] - course.start) * 0.66) + 18}
                >
                  {t("keyResult.expected")}
                </text>
              </>
            )}
            {range && forecast && last && (
              <>
                <clipPath id={edge}>
                  <rect x={left} y={top} width={width - left - right} height={bottom - top} />
                </clipPath>
                <path
                  className={style.band}
                  clipPath={`url(#${edge})`}
                  d={`M${x(until)} ${y(last.at)}L${x(page.due)} ${beyond(forecast.high)}V${beyond(forecast.low)}Z`}
                />
              </>
            )}
            <path className={style.line} d={stepsOf(course, x, y, left, until)} />
            {course.points.map(({ on, at }) => (
              <circle key={on} className={style.point} cx={x(on)} cy={y(at)} r={5}>
                <title>{`${formatDate(on)}: ${amount(page, at)}`}</title>
              </circle>
            ))}
            {runs && (
              <>
                <line
                  className={style.today}
                  x1={x(today)}
                  x2={x(today)}
                  y1={6 + above}
                  y2={bottom}
                />
                <text className={style.strong} x={x(today) + 7} y={16 + above}>
                  {t("timeLine.today")}
                </text>
              </>
            )}
            {range && (
              <text className={style.strong} x={x(page.due)} y={16} textAnchor="end">
                {range}
              </text>
            )}
            <Days page={page} course={course} x={x} narrow={width < 420} />
          </>
        )}
      </svg>
    </div>
  );
}

/** A grid line; beside it its figure, and the name of its stage. */
function Tick({
  tick,
  course,
  page,
  y,
  left,
  end,
  named,
}: {
  tick: number;
  course: Course;
  page: Page;
  y: number;
  left: number;
  end: number;
  named: boolean;
}) {
  const { stages, unit } = page.view.keyResult;
  const stage = named ? stages.find(({ degree }) => degree === tick)?.title : undefined;
  const isNow = stage !== undefined && course.points.at(-1)?.at === tick;
  const topmost = tick === Math.max(...course.ticks);
  const withUnit = ofUnit(course.percent ? "%" : unit.length <= 3 ? unit : "", " ");
  return (
    <>
      <line className={style.grid} x1={left} x2={end} y1={y} y2={y} />
      <text x={left - 8} y={y + 4} textAnchor="end">
        {formatComputed(tick, 6)}
        {topmost && withUnit}
      </text>
      {stage && (
        <text
          className={isNow ? style.strong : style.stage}
          x={left - 54}
          y={y + 4}
          textAnchor="end"
        >
          <title>{stage}</title>
          {shortened(stage)}
        </text>
      )}
    </>
  );
}

/** The first and the last day, and two between them. */
function Days({
  page,
  course,
  x,
  narrow,
}: {
  page: Page;
  course: Course;
  x: (on: string) => number;
  narrow: boolean;
}) {
  const { startsOn } = page.cycle;
  const between = [1 / 3, 2 / 3].map((part) =>
    new Date(day(startsOn) + (day(course.ends) - day(startsOn)) * part).toISOString().slice(0, 10),
  );
  return (
    <>
      <text x={x(startsOn)} y={height - 6}>
        {formatDayAndMonth(startsOn)}
      </text>
      {(narrow ? [] : between).map((on) => (
        <text key={on} x={x(on)} y={height - 6} textAnchor="middle">
          {formatDayAndMonth(on)}
        </text>
      ))}
      <text x={x(course.ends)} y={height - 6} textAnchor="end">
        {formatDate(course.ends)}
      </text>
    </>
  );
}

/** What was reached holds until the next news. */
function stepsOf(
  { start, points }: Course,
  x: (on: string) => number,
  y: (at: number) => number,
  left: number,
  until: string,
) {
  const [first] = points;
  if (!first) return "";
  const begin = start === null ? `M${x(first.on)} ${y(first.at)}` : `M${left} ${y(start)}`;
  const last = points.at(-1) ?? first;
  const end = until > last.on ? `H${x(until)}` : "";
  return begin + points.map(({ on, at }) => `H${x(on)}V${y(at)}`).join("") + end;
}

/** Grid lines whose words do not touch each other, the topmost first. */
function visible(ticks: number[], y: (at: number) => number) {
  const shown: number[] = [];
  for (const tick of ticks.toSorted((left, right) => right - left))
    if (shown.every((other) => Math.abs(y(other) - y(tick)) >= 15)) shown.push(tick);
  return shown;
}

/** Something that the chart shows, as words: in the unit, or as the stage that it is. */
export function amount({ view }: Pick<Page, "view">, at: number): string {
  const { kind, stages, unit } = view.keyResult;
  const number = formatComputed(at, Math.max(view.decimals, 2));
  if (kind === "stages")
    return (
      stages.find(({ degree }) => view.sites.length === 0 && degree === at)?.title ??
      formatPercent(at / 100)
    );
  return number + ofUnit(unit, " ");
}

function rangeWords({ view }: Pick<Page, "view">) {
  const { forecast, keyResult } = view;
  if (!forecast) return "";
  const unit = keyResult.kind === "stages" ? "%" : keyResult.unit;
  return forecastRange(forecast.low, forecast.high) + ofUnit(unit, " ");
}

/** The chart in one sentence. */
function useSaid(page: Page) {
  const { t } = useTranslation();
  const standpoint = useStandpoint();
  const { view, cycle, silences = [] } = page;
  return [
    t("keyResult.said", {
      from: formatDate(cycle.startsOn),
      to: formatDate(page.due),
      standpoint: standpoint(view),
    }),
    t("expectedByNow", { percent: formatPercent(view.expected) }),
    view.forecast && t("forecast.short", { range: rangeWords(page) }),
    silences.length > 0 && t("keyResult.silences", { count: silences.length }),
  ]
    .filter(Boolean)
    .join(", ");
}
