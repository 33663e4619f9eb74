import { useTranslation } from "react-i18next";
import { useMay } from "../app/may";
import { PlaceLink } from "../sentence/place-link";
import style from "./agility.module.css";
import type { Advice } from "./raw-words";
import type { Step } from "./step-words";

/** The verb of a step, by what is done at its place. */
const verb: Partial<Record<Advice, "checkIn" | "answer" | "step" | "plan" | "meeting" | "record">> =
  {
    check_in: "checkIn",
    answer_signals: "answer",
    take_step: "step",
    tie_to_goals: "plan",
    adapt_plan: "plan",
    calm_plan: "plan",
    start_cycle: "plan",
    set_goal: "step",
    hold_meetings: "meeting",
    answer_sooner: "meeting",
    record_signals: "record",
    record_sooner: "record",
    listen: "record",
    look_around: "record",
  };

/** The way to where a step is taken; whoever may not take it goes there to look. */
export function StepLink({ step, button = false }: { step: Step; button?: boolean }) {
  const { t } = useTranslation();
  const { contribute } = useMay();
  if (!step.place) return null;
  const word = contribute ? verb[step.advice as Advice] : undefined;
  return (
    <PlaceLink
      clause={{ place: step.place, of: step.of, in: null, health: null }}
      className={button ? style.button : style.link}
    >
      {t(word ? `agility.go.${word}` : "agility.go.look")}
    </PlaceLink>
  );
}
