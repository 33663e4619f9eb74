import type { TFunction } from "i18next";
import type { Schemas } from "../api/client";
import { type Named, nameOf } from "../entity/named";
import type { Advice } from "./raw-words";

export type Step = Schemas["AgilityStep"];

/** Steps that say by name what they begin with. */
const named = ["check_in", "answer_signals", "take_step", "tie_to_goals"] as const;
type NamedStep = (typeof named)[number];

const isNamed = (advice: string): advice is NamedStep => named.some((one) => one === advice);

/** What to do next, by the name of what it begins with, where there is something to name. */
export const stepTitle = ({ advice, name }: Step, t: TFunction) =>
  name && isNamed(advice)
    ? t(`agility.worth.${advice}`, { name })
    : t(`agility.advice.${advice as Advice}`);

/** How long that has waited, whose it is, and which question it helps. */
export function stepFacts(step: Step, people: readonly Named[], t: TFunction): string {
  const since = step.days
    ? t(step.advice === "check_in" ? "agility.silent" : "agility.waits", { count: step.days })
    : "";
  return [since, step.person && nameOf(people, step.person)].filter(Boolean).join(", ");
}
