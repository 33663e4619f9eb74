import { Alert } from "@mantine/core";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, asSeen, data } from "../api/client";
import { ofAccounts, useSend } from "../api/use-send";
import type { Texts } from "../app/i18n";
import { WriteButton } from "../app/may";
import { useProblemText } from "../entity/problem-text";
import type { PlanPageData } from "./plan-query";

/** What a good start needs; only two things keep the cycle from starting. */
export function ReadinessList({ plan }: { plan: PlanPageData }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const problemText = useProblemText();
  const { cycle, readiness } = plan;
  const ready = readiness.every(({ met, blocking }) => met || !blocking);
  const starting = useSend(
    () =>
      data(api.PATCH("/api/v1/cycles/{id}", { params: asSeen(cycle), body: { state: "active" } })),
    { refreshes: [ofAccounts] },
  );
  const { problem } = starting;
  const start = async () => {
    if (await starting.submit())
      await navigate({ to: "/accounts/$account", params: { account: plan.account.id } });
  };
  return (
    <section className="card stack">
      <h3>{t("plan.ready")}</h3>
      <ul className="list">
        {readiness.map((one, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: goals may share a code, the order is fixed
          <li key={index}>
            <span className={one.met ? "good" : one.blocking ? "poor" : "fair"} aria-hidden="true">
              {one.met ? "✓" : one.blocking ? "✗" : "○"}
            </span>{" "}
            {t(`ready.${one.code as keyof Texts["ready"]}`)}
            {!one.met && one.about && <div className="muted">{one.about}</div>}
            {!one.met && <span className="sr-only">{t("ready.missing")}</span>}
          </li>
        ))}
      </ul>
      {problem && (
        <Alert color="orange" role="alert">
          {problemText(problem.code, problem.message)}
        </Alert>
      )}
      <p className="muted">{t("plan.startLocks")}</p>
      <WriteButton onClick={start} disabled={!ready}>
        {t("cycle.activate")}
      </WriteButton>
    </section>
  );
}
