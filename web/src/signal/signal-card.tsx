import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";

export type SignalView = Schemas["SignalView"];

/** "Threat · assessed, 18 days without an answer". */
export function SignalState({ view }: { view: SignalView }) {
  const { t } = useTranslation();
  const { signal } = view;
  return (
    <span className="muted">
      {[
        signal.nature && t(`choice.SignalNature.${signal.nature}`),
        t(`choice.SignalTheme.${signal.theme}`),
        !view.overdue && t(`choice.SignalState.${signal.state}`),
        view.responseDays !== null &&
          t("signal.answeredAfter", { count: Math.round(view.responseDays) }),
      ]
        .filter(Boolean)
        .join(" · ")}
      {view.waits && (
        <>
          {" · "}
          <span className={view.overdue ? "poor" : undefined}>
            {t(view.overdue ? "signal.overdueSince" : "signal.since", { count: view.days })}
          </span>
        </>
      )}
    </span>
  );
}
