import type { TFunction } from "i18next";
import type { Schemas } from "../api/client";

type Served = Pick<Schemas["GoalView"], "goal">;

/** The long-term goals that an objective serves, apart: those it takes a step to, and those it only supports. */
export function servesWords(
  { goals: links }: Pick<Schemas["Objective"], "goals">,
  goals: Served[],
  t: TFunction,
) {
  const told = (["contributes", "supports"] as const).flatMap((kind) => {
    const served = goals.filter(({ goal }) =>
      links.some((link) => link.goal === goal.id && link.kind === kind),
    );
    if (served.length === 0) return [];
    return t("objective.serves", {
      how: t(`choice.GoalLinkKind.${kind}`),
      goals: served.map(({ goal }) => goal.title).join(", "),
    });
  });
  return told.length > 0 ? told.join(" · ") : t("objective.servesNone");
}
