import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import type { Texts } from "../app/i18n";

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
  return (
    <>
      <h3>{t("plan.leftOpen")}</h3>
      <ul className="list">
        {entries.map(({ title, pointer, why }) => (
          <li key={title + pointer} className="row">
            <span className="grow">
              {title}
              {pointer && (
                <span className="muted">
                  {" · "}
                  {t(`field.${pointer.slice(1) as keyof Texts["field"]}`)}
                </span>
              )}
            </span>
            <span className="chip">{t(`choice.WhyLeft.${why}`)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
