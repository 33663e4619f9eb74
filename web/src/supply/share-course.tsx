import { SegmentedControl } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { formatAmount, formatShare } from "../app/format";
import type { Named } from "../entity/named";
import { FiguresTable } from "../ui/figures-table";
import { apart, dayNumber, labelled, ticksTo } from "./course-layout";
import { periodName, shortPeriod } from "./period-name";
import style from "./share-course.module.css";

type Supply = Schemas["SupplyPage"];
type Point = Schemas["SupplyPoint"];
type Cycle = Pick<Schemas["Cycle"], "name" | "startsOn" | "endsOn">;
type Measure = "share" | "volume";

interface Line extends Named {
  points: Point[];
}

/** More lines than that are told one by one. */
const mostLines = 5;
const usualWidth = 690;
const height = 236;
const top = 22;
const bottom = 208;
const lineHeight = 16;

/** How the share, or our volume, moved: the account in blue, its product areas in grey or, where they are many, by themselves. */
export function ShareCourse({
  supply,
  areas,
  cycle,
}: {
  supply: Supply;
  areas: Named[];
  cycle?: Cycle;
}) {
  const { t } = useTranslation();
  const { ref, width: measured } = useElementSize();
  const [measure, setMeasure] = useState<Measure>("share");
  const width = measured || usualWidth;
  const unit = supply.series.at(-1)?.total.unit ?? "eur";
  const valueAt = ({ total }: Point) =>
    measure === "share" ? total.share : total.unit === unit ? total.volume : null;
  const known = (points: Point[]) => points.filter((point) => valueAt(point) !== null);
  const tell = (value: number | null) =>
    measure === "share" ? formatShare(value) : formatAmount(value, unit);
  const whole: Line = { id: "", name: t("supply.total"), points: known(supply.series) };
  const parts: Line[] = [
    ...areas,
    ...supply.archivedAreas.map(({ id, name }) => ({ id, name: t("supply.archived", { name }) })),
  ].flatMap((area) => {
    const series = supply.areaSeries.find(({ productArea }) => productArea === area.id);
    const points = known(series?.points ?? []);
    return points.length > 0 ? [{ ...area, points }] : [];
  });
  const all = [whole, ...parts];
  const days = all.flatMap(({ points }) => points.map(dayOf));
  const target = measure === "share" ? supply.target?.share : undefined;
  const values = all.flatMap(({ points }) => points.map((point) => valueAt(point) ?? 0));
  const many = parts.length > mostLines || width < 480;
  const scale = {
    from: Math.min(...days),
    to: Math.max(...days),
    ticks: ticksTo(Math.max(...values, target ?? 0)),
  };
  const estimated = all.some(({ points }) => points.some(({ total }) => total.estimated));
  return (
    <section className={style.panel} aria-label={t("supply.history")}>
      <header>
        <h2>{t("supply.history")}</h2>
        {estimated && <span className={style.estimated}>{t("supply.estimated")}</span>}
        <SegmentedControl
          aria-label={t("supply.measure")}
          size="xs"
          value={measure}
          onChange={(next) => setMeasure(next as Measure)}
          data={[
            { value: "share", label: t("supply.view.share") },
            { value: "volume", label: t("supply.view.volume") },
          ]}
        />
      </header>
      <div ref={ref} className={style.place}>
        {days.length === 0 ? (
          <p className={style.note}>{t("supply.noHistory")}</p>
        ) : (
          <>
            <Lines
              whole={whole}
              parts={many ? [] : parts}
              scale={scale}
              width={width}
              valueAt={valueAt}
              tell={tell}
              target={target}
              cycle={cycle}
            />
            {many && parts.length > 1 && (
              <ul className={style.many}>
                {parts.map((line) => (
                  <Small key={line.id} line={line} scale={scale} valueAt={valueAt} tell={tell} />
                ))}
              </ul>
            )}
          </>
        )}
      </div>
      {days.length > 0 && (
        <FiguresTable summary={t("supply.asTable")} label={t("supply.courseTable")}>
          <thead>
            <tr>
              <th scope="col">{t("supply.period")}</th>
              {all.map(({ id, name }) => (
                <th key={id} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {supply.series.toReversed().map(({ startsOn, period }) => (
              <tr key={startsOn}>
                <th scope="row">{periodName(period, startsOn)}</th>
                {all.map(({ id, points }) => {
                  const point = points.find((one) => one.startsOn === startsOn);
                  return (
                    <td key={id}>
                      {point?.total.estimated && "≈"}
                      {tell(point ? valueAt(point) : null)}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </FiguresTable>
      )}
    </section>
  );
}

interface Scale {
  from: number;
  to: number;
  ticks: number[];
}

/** The day to which the figure of a period speaks; that of a coming one is told from its first day on. */
const dayOf = ({ startsOn, knownOn }: Point) => Math.max(dayNumber(startsOn), dayNumber(knownOn));

const place = (value: number, from: number, to: number, start: number, end: number) =>
  from === to ? end : start + ((value - from) / (to - from)) * (end - start);

function Lines({
  whole,
  parts,
  scale,
  width,
  valueAt,
  tell,
  target,
  cycle,
}: {
  whole: Line;
  parts: Line[];
  scale: Scale;
  width: number;
  valueAt: (point: Point) => number | null;
  tell: (value: number | null) => string;
  target?: number;
  cycle?: Cycle;
}) {
  const { t } = useTranslation();
  const alone = parts.length === 0;
  const left = Math.max(44, tell(scale.ticks.at(-1) ?? 0).length * 6.8 + 16);
  const right = width - (alone ? 84 : Math.min(190, width * 0.26));
  const x = (day: number) => place(day, scale.from, scale.to, left + 12, right);
  const most = scale.ticks.at(-1) ?? 1;
  const y = (value: number) => place(value, 0, most, bottom, top);
  const at = (point: Point) => `${x(dayOf(point))},${y(valueAt(point) ?? 0)}`;
  const running = whole.points.find((point) => point.running);
  const ends = [whole, ...parts].flatMap((line) => {
    const point = line.points.at(-1);
    const value = point && valueAt(point);
    if (!point || value === null || value === undefined) return [];
    const figure = `${point.total.estimated ? "≈" : ""}${tell(value)}`;
    return [
      {
        id: line.id,
        kind: line === whole ? "whole" : "part",
        words: alone ? figure : `${figure} ${line.name}`,
        y: y(value),
      },
    ];
  });
  if (target !== undefined)
    ends.push({
      id: "target",
      kind: "target",
      words: t("supply.targetOf", { share: tell(target) }),
      y: y(target),
    });
  const placed = apart(
    ends.map((end) => end.y),
    lineHeight,
    bottom,
  );
  const periods = whole.points.map(({ period, startsOn }) => shortPeriod(period, startsOn));
  const longest = Math.max(0, ...periods.map((name) => name.length));
  const named = labelled(
    whole.points.map((point) => x(dayOf(point))),
    longest * 7 + 6,
  );
  const tint = cycle && {
    from: Math.max(dayNumber(cycle.startsOn), scale.from),
    to: Math.min(dayNumber(cycle.endsOn), scale.to),
  };
  // Beside "today" there is room for the cycle's name only where it began long ago.
  const inside = tint && cycle && x(tint.to) - x(tint.from) > cycle.name.length * 7 + 40;
  return (
    <svg
      className={style.lines}
      width={width}
      height={height}
      role="img"
      aria-label={[
        sentence(whole, valueAt, tell, t),
        target !== undefined && t("supply.targetOf", { share: tell(target) }),
      ]
        .filter(Boolean)
        .join(", ")}
    >
      {tint && tint.to > tint.from && (
        <>
          <rect
            className={style.tint}
            x={x(tint.from)}
            width={x(tint.to) - x(tint.from)}
            y={top}
            height={bottom - top}
          />
          <text
            x={x(tint.from) + (inside ? 6 : -6)}
            y={top - 6}
            textAnchor={inside ? "start" : "end"}
          >
            {cycle.name}
          </text>
        </>
      )}
      {scale.ticks.map((tick, index) => (
        <g key={tick}>
          <line
            className={index === 0 ? style.zero : style.grid}
            x1={left}
            x2={right}
            y1={y(tick)}
            y2={y(tick)}
          />
          <text x={left - 8} y={y(tick) + 4} textAnchor="end">
            {index === scale.ticks.length - 1 ? tell(tick) : tell(tick).replace(/[^\d.,]+$/, "")}
          </text>
        </g>
      ))}
      {whole.points.map((point, index) =>
        named[index] ? (
          <text key={point.startsOn} x={x(dayOf(point))} y={height - 8} textAnchor="middle">
            {periods[index]}
          </text>
        ) : null,
      )}
      {target !== undefined && (
        <line className={style.target} x1={left} x2={right} y1={y(target)} y2={y(target)} />
      )}
      {running && (
        <>
          <line
            className={style.today}
            x1={x(dayOf(running))}
            x2={x(dayOf(running))}
            y1={top}
            y2={bottom}
          />
          <text x={x(dayOf(running))} y={top - 6} textAnchor="middle">
            {t("timeLine.today")}
          </text>
        </>
      )}
      {parts.map((line) => (
        <polyline key={line.id} className={style.part} points={line.points.map(at).join(" ")} />
      ))}
      <polyline className={style.whole} points={whole.points.map(at).join(" ")} />
      {whole.points.map((point) => (
        <circle
          key={point.startsOn}
          className={point.running ? style.soFar : style.point}
          cx={x(dayOf(point))}
          cy={y(valueAt(point) ?? 0)}
          r={whole.points.length > 24 ? 2.5 : 4}
        >
          <title>
            {`${periodName(point.period, point.startsOn)}: ${point.total.estimated ? "≈" : ""}${tell(valueAt(point))}`}
          </title>
        </circle>
      ))}
      {ends.map((end, index) => (
        <text
          key={end.id}
          className={style[`${end.kind}Name`]}
          x={right + 12}
          y={(placed[index] ?? 0) + 4}
        >
          {cut(end.words, (width - right - 12) / 7)}
        </text>
      ))}
    </svg>
  );
}

const cut = (words: string, most: number) =>
  words.length > most ? `${words.slice(0, Math.max(1, Math.floor(most) - 1))}…` : words;

/** One product area by itself, on the scale of all of them. */
function Small({
  line,
  scale,
  valueAt,
  tell,
}: {
  line: Line;
  scale: Scale;
  valueAt: (point: Point) => number | null;
  tell: (value: number | null) => string;
}) {
  const { t } = useTranslation();
  const most = scale.ticks.at(-1) ?? 1;
  const at = (point: Point) =>
    `${place(dayOf(point), scale.from, scale.to, 3, 137)},${place(valueAt(point) ?? 0, 0, most, 45, 4)}`;
  const last = line.points.at(-1);
  return (
    <li>
      <b title={line.name}>{line.name}</b>
      <span>
        {last?.total.estimated && "≈"}
        {tell(last ? valueAt(last) : null)}
      </span>
      <svg
        viewBox="0 0 140 48"
        preserveAspectRatio="none"
        role="img"
        aria-label={sentence(line, valueAt, tell, t)}
      >
        <line className={style.zero} x1={0} x2={140} y1={45} y2={45} />
        <polyline className={style.whole} points={line.points.map(at).join(" ")} />
        {/* Next to nothing of a line with round ends is a dot, however the picture is stretched. */}
        {last && <path className={style.now} d={`M${at(last)} h0.01`} />}
      </svg>
    </li>
  );
}

function sentence(
  { name, points }: Line,
  valueAt: (point: Point) => number | null,
  tell: (value: number | null) => string,
  t: TFunction,
) {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return name;
  return t("supply.courseSentence", {
    name,
    first: tell(valueAt(first)),
    from: periodName(first.period, first.startsOn),
    last: tell(valueAt(last)),
    to: periodName(last.period, last.startsOn),
  });
}
