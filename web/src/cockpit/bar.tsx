import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { formatPercent } from "../app/format";

/**
 * What is, as fill; what is expected by today, as a tick. Grey is news too old to believe. What fell
 * below its start fills nothing and has a mark there instead.
 */
export function Bar({
  progress,
  expected,
  stale,
}: {
  progress: number | null;
  expected: number | null;
  stale: boolean;
}) {
  const { t } = useTranslation();
  // What is computed may miss the start by a bit.
  const below = progress !== null && progress < -1e-9;
  const width = Math.min(Math.max(progress ?? 0, 0), 1) * 100;
  return (
    <div
      className={stale ? "bar stale" : "bar"}
      role="img"
      aria-label={t(below ? "barBelow" : "bar", {
        progress: formatPercent(progress),
        expected: formatPercent(expected),
      })}
    >
      {below ? <s /> : <i style={{ width: `${width}%` }} />}
      {expected !== null && <u style={{ left: `${Math.min(expected, 1) * 100}%` }} />}
    </div>
  );
}

export function HealthChip({ health }: { health: Schemas["Health"] }) {
  const { t } = useTranslation();
  return <span className={`chip ${health}`}>{t(`choice.Health.${health}`)}</span>;
}
