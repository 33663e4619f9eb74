import { useElementSize } from "@mantine/hooks";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { formatComputed, formatDate, formatDayAndMonth } from "../app/format";
import { roundTicks } from "../key_result/course";
import style from "./kpi.module.css";
import { boundsOf, targetText, valueText } from "./kpi-words";

const height = 190;
const top = 20;
const bottom = height - 24;
const usualWidth = 520;

const day = (on: string) => Date.parse(on);

/** A KPI's values over time, where they should be, and the last one with its figure at the line's end. */
export default function KpiChart({ view }: { view: Schemas["KpiView"] }) {
  const { t } = useTranslation();
  const { ref, width: measured } = useElementSize();
  const width = measured || usualWidth;
  const { kpi, values } = view;
  const [first] = values;
  const last = values.at(-1);
  if (!first || !last) return null;
  const { lower, upper } = boundsOf(kpi);
  const bounds = [lower, upper].filter((bound) => bound !== null);
  const all = [...values.map(({ value }) => value), ...bounds];
  const ticks = roundTicks(Math.min(...all), Math.max(...all));
  const low = Math.min(...all, ...ticks);
  const high = Math.max(...all, ...ticks);
  const lastText = valueText(last.value, kpi);
  const left = Math.max(...ticks.map((tick) => formatComputed(tick, 6).length)) * 7 + 18;
  const right = width - Math.min(lastText.length * 7.5 + 16, width / 3);
  const days = day(last.on) - day(first.on) || 1;
  const x = (on: string) => left + ((day(on) - day(first.on)) / days) * (right - left);
  const y = (value: number) => bottom - ((value - low) / (high - low || 1)) * (bottom - top);
  return (
    <div ref={ref} className={style.chart}>
      <svg width="100%" height={height} role="img" aria-label={saidOf(view, t)}>
        {lower !== null && upper !== null && (
          <rect
            className={style.wantedBand}
            x={left}
            width={right - left}
            y={y(upper)}
            height={Math.max(1, y(lower) - y(upper))}
          />
        )}
        {ticks.map((tick) => (
          <g key={tick}>
            <line className={style.grid} x1={left} x2={right} y1={y(tick)} y2={y(tick)} />
            <text x={left - 8} y={y(tick) + 4} textAnchor="end">
              {formatComputed(tick, 6)}
            </text>
          </g>
        ))}
        {bounds.map((bound) => (
          <g key={bound}>
            <line className={style.target} x1={left} x2={right} y1={y(bound)} y2={y(bound)} />
            <text
              className={style.targetText}
              x={left + 4}
              // Of a corridor the lower bound is named below its line.
              y={y(bound) + (bound === lower && upper !== null ? 14 : -5)}
            >
              {t("effect.target", { target: valueText(bound, kpi) })}
            </text>
          </g>
        ))}
        <polyline
          className={style.line}
          points={values.map(({ on, value }) => `${x(on)},${y(value)}`).join(" ")}
        />
        {values.map(({ id, on, value }) => (
          <circle
            key={id}
            className={id === last.id ? style.lastPoint : style.point}
            cx={x(on)}
            cy={y(value)}
            r={id === last.id ? 5 : 3}
          >
            <title>{`${formatDate(on)}: ${valueText(value, kpi)}`}</title>
          </circle>
        ))}
        <text className={style.lastText} x={x(last.on) + 10} y={y(last.value) + 4}>
          {lastText}
        </text>
        <text x={left} y={height - 6}>
          {formatDayAndMonth(first.on)}
        </text>
        <text x={right} y={height - 6} textAnchor="end">
          {formatDate(last.on)}
        </text>
      </svg>
    </div>
  );
}

/** The chart in one sentence. */
function saidOf({ kpi, values }: Schemas["KpiView"], t: TFunction) {
  const [first] = values;
  const last = values.at(-1);
  if (!first || !last) return kpi.name;
  const said = t("kpi.said", {
    name: kpi.name,
    from: formatDate(first.on),
    to: formatDate(last.on),
    before: valueText(first.value, kpi),
    now: valueText(last.value, kpi),
  });
  return [said, targetText(kpi, t)].filter(Boolean).join(", ");
}
