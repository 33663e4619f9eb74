import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { EffectMatrix, type Point } from "../effect/effect-matrix";
import style from "./portfolio-map.module.css";

/** "TEU O1": the objective's place among those of its cycle. */
function pointsOf(
  { detail, code, name }: Schemas["PortfolioLine"],
  number: (n: number) => string,
): Point[] {
  const places = new Map<string, number>();
  return (detail?.objectives ?? []).map((one) => {
    const place = (places.get(one.cycle) ?? 0) + 1;
    places.set(one.cycle, place);
    return {
      id: one.objective,
      title: `${name}: ${one.title}`,
      label: `${code} ${number(place)}`,
      cycle: one.cycle,
      result: one.result,
      effect: one.effect,
      soFar: one.soFar,
      quadrant: one.quadrant,
      running: one.course !== null,
    };
  });
}

/** Result × effect of the objectives of the accounts shown: the running cycle's hollow, those of the one before filled. */
export default function PortfolioMap({
  lines,
  borders,
}: {
  lines: Schemas["PortfolioLine"][];
  borders: Schemas["QuadrantBorders"];
}) {
  const { t } = useTranslation();
  const points = lines.flatMap((line) =>
    pointsOf(line, (number) => t("portfolio.number", { number })),
  );
  return (
    <section className="card" aria-label={t("portfolio.matrix")}>
      <div className="head">
        <h2>{t("portfolio.matrix")}</h2>
        <ul className={style.legend}>
          <li data-mark="filled">{t("portfolio.closed")}</li>
          <li data-mark="hollow">{t("effect.soFar")}</li>
        </ul>
      </div>
      {points.length === 0 ? (
        <p className="muted">{t("portfolio.noObjective")}</p>
      ) : (
        <EffectMatrix points={points} borders={borders} lane />
      )}
    </section>
  );
}
