import { Alert } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, asSeen, data } from "../api/client";
import { ofAccounts, useSend } from "../api/use-send";
import { formatDate } from "../app/format";
import { WriteButton } from "../app/may";
import { useProblemText } from "../entity/problem-text";
import { Doubt } from "../question/doubt";
import { ConfirmDialog } from "../ui/confirm-dialog";
import style from "./plan.module.css";
import type { PlanPageData } from "./plan-query";
import { ReadinessList } from "./readiness-list";
import type { PlanFrom } from "./tray";

/** The last look at the plan, and its start. */
export function StartCycle({
  plan,
  planFrom,
  onStarted,
}: {
  plan: PlanPageData;
  planFrom: PlanFrom;
  onStarted: () => unknown;
}) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const { cycle, readiness, today } = plan;
  const [asks, setAsks] = useState(false);
  const ready = readiness.every(({ met, blocking }) => met || !blocking);
  const starting = useSend(
    () =>
      data(api.PATCH("/api/v1/cycles/{id}", { params: asSeen(cycle), body: { state: "active" } })),
    { refreshes: [ofAccounts] },
  );
  const { problem } = starting;
  const start = async () => {
    if (await starting.submit()) await onStarted();
  };
  return (
    <>
      <ReadinessList plan={plan} planFrom={planFrom} />
      {plan.doubt && <Doubt account={plan.account.id} />}
      {problem && (
        <Alert color="orange" role="alert">
          {problemText(problem.code, problem.message)}
        </Alert>
      )}
      <div className={`${style.begin} no-print`}>
        <WriteButton
          onClick={() => (today < cycle.startsOn ? setAsks(true) : start())}
          disabled={!ready}
          loading={starting.pending}
        >
          {t("cycle.activate")}
        </WriteButton>
        <span className="muted">{t(ready ? "plan.startLocks" : "plan.notReady")}</span>
      </div>
      {asks && (
        <ConfirmDialog
          title={t("plan.earlyTitle", { name: cycle.name })}
          confirm={t("cycle.activate")}
          onConfirm={start}
          onClose={() => setAsks(false)}
        >
          {t("plan.earlyWhat", { date: formatDate(cycle.startsOn) })}
        </ConfirmDialog>
      )}
    </>
  );
}
