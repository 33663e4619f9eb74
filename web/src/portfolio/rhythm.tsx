import { useTranslation } from "react-i18next";
import style from "./marks.module.css";

const height = 26;
const step = 9;
/** So many check-ins in a week are as high as it gets. */
const least = 3;

/** Check-ins of each of the last weeks, the present one last; a still week is a short line. */
export function Rhythm({ weeks }: { weeks: number[] }) {
  const { t } = useTranslation();
  const most = Math.max(...weeks, least);
  const all = weeks.reduce((sum, count) => sum + count, 0);
  return (
    <svg
      className={style.rhythm}
      width={weeks.length * step}
      height={height}
      viewBox={`0 0 ${weeks.length * step} ${height}`}
      role="img"
      aria-label={t("portfolio.rhythm", {
        count: all,
        weeks: weeks.length,
        active: weeks.filter((count) => count > 0).length,
      })}
    >
      {weeks.map((count, week) => {
        const high = count === 0 ? 2 : 4 + (count / most) * 18;
        return (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: a week is its place
            key={week}
            x={week * step}
            y={24 - high}
            width={6}
            height={high}
            rx={1}
            data-none={count === 0 || undefined}
          />
        );
      })}
    </svg>
  );
}
