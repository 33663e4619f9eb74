import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import type { Texts } from "../app/i18n";
import { Chip } from "../ui/chip";

/** Fields whose label in the form is a question or an instruction. */
const inWords: Record<string, keyof Texts["plan"]["left"]> = {
  outcomeAreas: "outcome",
  outcomeSites: "outcome",
  outcomeKpi: "outcome",
  supplyAreas: "supply",
  supplySites: "supply",
  weight: "weight",
};

declare module "@tanstack/history" {
  interface HistoryState {
    /** What did not go on in the cycle that was just planned; the plan's page shows it. */
    leftOpen?: Schemas["LeftOpen"][];
  }
}

/** What was not taken over from the cycle before, and why. */
export function LeftOpen({ entries }: { entries: Schemas["LeftOpen"][] }) {
  const { t } = useTranslation();
  if (entries.length === 0) return null;
  const named = (field: string) => {
    const word = inWords[field];
    return word ? t(`plan.left.${word}`) : t(`field.${field as keyof Texts["field"]}`);
  };
  return (
    <>
      <h3>{t("plan.leftOpen")}</h3>
      <ul className="list">
        {entries.map(({ title, pointer, why, names }) => (
          <li key={title + pointer} className="row">
            <span className="grow">
              {title}
              {pointer && (
                <span className="muted">
                  {" · "}
                  {named(pointer.slice(1))}
                  {names.length > 0 && `: ${names.join(", ")}`}
                </span>
              )}
            </span>
            <Chip>{t(`choice.WhyLeft.${why}`)}</Chip>
          </li>
        ))}
      </ul>
    </>
  );
}
