import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { formatShare } from "../app/format";
import { shortPeriod } from "../supply/period-name";
import style from "./marks.module.css";

const width = 58;
const height = 26;
const edge = 4;

/** The share of supply over the last eight periods; a gap where it is not known. */
export function ShareSpark({ shares }: { shares: Schemas["PortfolioShare"][] }) {
  const { t } = useTranslation();
  const known = shares.flatMap(({ share }, index) => (share === null ? [] : [{ share, index }]));
  if (known.length < 2) return null;
  const values = known.map(({ share }) => share);
  const low = Math.min(...values);
  const span = Math.max(Math.max(...values) - low, 0.04);
  const x = (index: number) => edge + (index / (shares.length - 1)) * (width - 2 * edge);
  const y = (share: number) => edge + (1 - (share - low) / span) * (height - 2 * edge);
  const at = ({ share, index }: { share: number; index: number }) =>
    `${x(index).toFixed(1)} ${y(share).toFixed(1)}`;
  const path = known
    .map((point, place) => (known[place - 1]?.index === point.index - 1 ? "L" : "M") + at(point))
    .join(" ");
  const last = known[known.length - 1];
  return (
    <svg
      className={style.spark}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={t("portfolio.shares", {
        shares: shares
          .map(
            ({ period, startsOn, share, estimated }) =>
              `${shortPeriod(period, startsOn)} ${estimated && share !== null ? "≈" : ""}${formatShare(share)}`,
          )
          .join(", "),
      })}
    >
      <path d={path} />
      {last && <circle cx={x(last.index)} cy={y(last.share)} r={2.5} />}
    </svg>
  );
}
