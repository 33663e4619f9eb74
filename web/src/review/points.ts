import { formatComputed, ofUnit } from "../app/format";
import type { Point } from "../effect/effect-matrix";
import { outcomeUnit } from "../objective/outcome-name";
import type { ReviewPageData } from "./review-query";

/** The objectives of a cycle as they stand in the matrix of result and effectiveness. */
export const pointsOf = ({ objectives, cycle }: ReviewPageData): Point[] =>
  objectives.map(({ view: { objective, outcome }, score, quadrant }) => {
    const figures = [outcome.baseline, outcome.now].map((one) =>
      formatComputed(one, outcome.decimals),
    );
    const about = outcome.estimated ? "≈" : "";
    const unit = outcomeUnit(objective) === "%" ? ofUnit("%") : "";
    return {
      id: objective.id,
      title: objective.title,
      cycle: cycle.id,
      result: score,
      effect: outcome.effect,
      soFar: outcome.soFar,
      quadrant,
      running: cycle.state === "active",
      moved: figures.join(` → ${about}`) + unit,
    };
  });
