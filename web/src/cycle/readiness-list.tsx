import { Alert } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiProblem, send } from "../api/client";
import type { Texts } from "../app/i18n";
import { WriteButton } from "../app/may";
import { useProblemText } from "../entity/problem-text";
import type { PlanPageData } from "./plan-query";

/** What a good start needs; only two things keep the cycle from starting. */
export function ReadinessList({ plan }: { plan: PlanPageData }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const problemText = useProblemText();
  const [problem, setProblem] = useState<string>();
  const { cycle, readiness } = plan;
  const ready = readiness.every(({ met, blocking }) => met || !blocking);
  const start = async () => {
    try {
      await send("PATCH", `/cycles/${cycle.id}`, { state: "active" }, cycle.version);
      await queries.invalidateQueries();
      await navigate({ to: "/accounts/$account", params: { account: plan.account.id } });
    } catch (caught) {
      if (!(caught instanceof ApiProblem)) throw caught;
      setProblem(problemText(caught.code, caught.message));
    }
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
          {problem}
        </Alert>
      )}
      <p className="muted">{t("plan.startLocks")}</p>
      <WriteButton onClick={start} disabled={!ready}>
        {t("cycle.activate")}
      </WriteButton>
    </section>
  );
}
