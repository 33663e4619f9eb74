import i18next from "i18next";
import { useTranslation } from "react-i18next";
import { formatPercent } from "../app/format";
import styles from "./bar.module.css";

interface Props {
  progress: number | null;
  /** What is expected by today; a tick. */
  expected?: number | null;
  /** News too old to believe: grey and hatched. */
  stale?: boolean;
  /** Where it will probably end; a pale band. */
  forecast?: { low: number; high: number } | null;
  size?: "thin" | "thick";
  /** Of what it is, where that is no progress towards a target. */
  label?: string;
  /** Whether what stands beside the bar says the figure. */
  told?: boolean;
}

const within = (share: number) => Math.min(Math.max(share, 0), 1);
const percent = (share: number) => `${within(share) * 100}%`;
// What is computed may miss the start or the target by a bit.
const bit = 1e-9;

/** Where an objective's progress will likely end; one figure where both ends read the same. */
export function forecastOf(forecast: { low: number; high: number }) {
  const low = formatPercent(forecast.low);
  const high = formatPercent(forecast.high);
  return low === high
    ? i18next.t("forecast.objectiveExact", { value: high })
    : i18next.t("forecast.objective", { low, high });
}

/**
 * What is, as fill; what is expected by today, as a tick. What passed its target is full and says by
 * how much; what fell below its start fills nothing and says so in red.
 */
export function Bar({
  progress,
  expected = null,
  stale = false,
  forecast,
  size,
  label,
  told = false,
}: Props) {
  const { t } = useTranslation();
  const below = progress !== null && progress < -bit;
  const beyond = progress !== null && progress > 1 + bit;
  const figure = formatPercent(progress);
  const words = [
    `${label ?? t("progress")} ${figure}`,
    below && t("belowStart"),
    expected !== null && t("expectedByNow", { percent: formatPercent(expected) }),
    forecast && forecastOf(forecast),
  ];
  return (
    <div className={styles.bar} role="img" aria-label={words.filter(Boolean).join(", ")}>
      <span className={styles.track} data-size={size} data-stale={stale || undefined}>
        {forecast && (
          <s
            style={{
              left: percent(forecast.low),
              width: `${(within(forecast.high) - within(forecast.low)) * 100}%`,
            }}
          />
        )}
        {progress !== null && !below && <i style={{ width: percent(progress) }} />}
        {expected !== null && <u style={{ left: percent(expected) }} />}
      </span>
      {(below || beyond) && !told && (
        <b className={styles.figure} data-below={below || undefined}>
          {figure}
        </b>
      )}
    </div>
  );
}
