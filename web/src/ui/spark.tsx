import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { formatComputed, formatNumber } from "../app/format";
import styles from "./spark.module.css";

const width = 300;
const height = 30;

type Line = Pick<Schemas["OutcomeView"], "readings" | "target" | "baseline" | "now" | "decimals">;

/** The line of an outcome from its baseline to a dot now, its target dashed; `label` where it is of something else. */
export function Spark({ outcome, label }: { outcome: Line; label?: string }) {
  const { t } = useTranslation();
  const { readings, target, baseline, now, decimals } = outcome;
  if (readings.length < 2) return null;
  const values = [...readings.map(({ value }) => value), target ?? now ?? 0, baseline ?? now ?? 0];
  const low = Math.min(...values);
  const span = Math.max(...values) - low || 1;
  const first = Date.parse(readings[0]?.on ?? "");
  const days = Date.parse(readings[readings.length - 1]?.on ?? "") - first || 1;
  const y = (value: number) => 3 + (1 - (value - low) / span) * (height - 6);
  const points = readings.map(
    ({ on, value }) => `${((Date.parse(on) - first) / days) * width} ${y(value)}`,
  );
  return (
    <svg
      className={styles.spark}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={
        label ??
        t("effect.line", {
          baseline: formatComputed(baseline, decimals),
          now: formatComputed(now, decimals),
          target: formatNumber(target),
        })
      }
    >
      {target !== null && <line x1={0} x2={width} y1={y(target)} y2={y(target)} />}
      <path d={`M${points.join(" L")}`} />
      {/* Next to nothing of a line with round ends is a dot, however the picture is stretched. */}
      <path className={styles.now} d={`M${points.at(-1)} h0.01`} />
    </svg>
  );
}
