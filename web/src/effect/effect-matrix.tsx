import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";

interface Point {
  id: string;
  title: string;
  result: number | null;
  effect: number | null;
}

const size = 420;
const left = 46;
const bottom = 40;

/** The 2 × 2 of result (upwards) and effectiveness (to the right). */
export function EffectMatrix({
  points,
  borders,
}: {
  points: Point[];
  borders: Schemas["QuadrantBorders"];
}) {
  const { t } = useTranslation();
  const x = (effect: number) =>
    left + ((Math.min(Math.max(effect, -0.25), 1.25) + 0.25) / 1.5) * size;
  const y = (result: number) => (1.05 - Math.min(Math.max(result, 0), 1)) * (size / 1.1);
  const known = points
    .map((point, index) => ({ ...point, number: index + 1 }))
    .filter((point) => point.result !== null && point.effect !== null);
  const words = [
    { key: "busy", x: x(-0.25) + 8, y: y(1) + 4, anchor: "start" },
    { key: "worked", x: x(1.25) - 8, y: y(1) + 4, anchor: "end" },
    { key: "not_done", x: x(-0.25) + 8, y: y(0) + 8, anchor: "start" },
    { key: "lucky", x: x(1.25) - 8, y: y(0) + 8, anchor: "end" },
  ] as const;
  return (
    <svg
      className="effect"
      viewBox={`0 0 ${left + size + 10} ${size + bottom}`}
      role="img"
      aria-label={t("effect.matrix")}
    >
      <rect
        x={x(borders.effect)}
        y={0}
        width={x(1.25) - x(borders.effect)}
        height={y(borders.result)}
        className="worked"
      />
      <line x1={left} x2={left + size} y1={y(borders.result)} y2={y(borders.result)} />
      <line x1={x(borders.effect)} x2={x(borders.effect)} y1={0} y2={size} />
      {words.map((word) => (
        <text key={word.key} x={word.x} y={word.y} textAnchor={word.anchor}>
          {t(`choice.Quadrant.${word.key}`)}
        </text>
      ))}
      <text x={left} y={size + 30}>
        {t("effect.axisEffect")} →
      </text>
      <text transform={`translate(18 ${size}) rotate(-90)`}>{t("effect.axisResult")} →</text>
      {known.map((point) => (
        <g key={point.id}>
          <title>{point.title}</title>
          <circle cx={x(point.effect ?? 0)} cy={y(point.result ?? 0)} r={14} />
          <text
            className="number"
            x={x(point.effect ?? 0)}
            y={y(point.result ?? 0) + 4}
            textAnchor="middle"
          >
            {point.number}
          </text>
        </g>
      ))}
    </svg>
  );
}
