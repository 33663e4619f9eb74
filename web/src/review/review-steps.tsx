import { Alert } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, asSeen, data, type Schemas } from "../api/client";
import { ofAccounts, useSend } from "../api/use-send";
import { formatDate } from "../app/format";
import { WriteButton } from "../app/may";
import { useToday } from "../app/session";
import { planNext } from "../cycle/plan-next";
import { useProblemText } from "../entity/problem-text";
import { ConfirmDialog } from "../ui/confirm-dialog";
import style from "./review.module.css";
import type { ReviewPageData } from "./review-query";

/** From running to review, from review to closed, from closed to the next cycle. */
export function ReviewSteps({
  page,
  onPlanned,
  next = true,
  children,
}: {
  page: ReviewPageData;
  /** Whether the next cycle is to be planned from here. */
  next?: boolean;
  /** The next cycle is there, with what of this one did not go on in it. */
  onPlanned: (planned: Schemas["PlannedCycle"]) => unknown;
  /** What can be done besides. */
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const { cycle, account } = page;
  const stepping = useSend((step: () => Promise<unknown>) => step(), { refreshes: [ofAccounts] });
  const { problem } = stepping;
  const today = useToday();
  const [asks, setAsks] = useState<"review" | "closed">();
  const over = cycle.state === "active" && cycle.endsOn < today;
  const go = (state: "active" | "review" | "closed") =>
    stepping.submit(() =>
      data(api.PATCH("/api/v1/cycles/{id}", { params: asSeen(cycle), body: { state } })),
    );
  const plan = () => stepping.submit(async () => onPlanned(await planNext(account.id)));
  return (
    <div className={`${style.steps} no-print`}>
      <div className={style.buttons}>
        {children}
        {cycle.state === "active" && (
          <WriteButton onClick={() => setAsks("review")}>{t("review.begin")}</WriteButton>
        )}
        {cycle.state === "review" && (
          <>
            <WriteButton variant="subtle" onClick={() => go("active")}>
              {t("review.takeBack")}
            </WriteButton>
            <WriteButton
              onClick={() => setAsks("closed")}
              disabled={page.undecided + page.unscored > 0}
            >
              {t("review.close")}
            </WriteButton>
          </>
        )}
        {cycle.state === "closed" && next && (
          <WriteButton onClick={plan}>{t("review.planNext")}</WriteButton>
        )}
      </div>
      <p className="muted">
        {t(`review.step.${over ? "over" : cycle.state}`, {
          count: page.undecided,
          unscored: page.unscored,
        })}
      </p>
      {asks && (
        <ConfirmDialog
          title={t(`review.${asks === "review" ? "beginTitle" : "closeTitle"}`, {
            name: cycle.name,
          })}
          confirm={t(`review.${asks === "review" ? "begin" : "close"}`)}
          onConfirm={() => go(asks)}
          onClose={() => setAsks(undefined)}
        >
          {asks === "review"
            ? t(over ? "review.beginWhat" : "review.beginEarly", { date: formatDate(cycle.endsOn) })
            : t("review.closeWhat")}
        </ConfirmDialog>
      )}
      {problem && (
        <Alert color="orange" role="alert">
          {problemText(problem.code, problem.message)}
        </Alert>
      )}
    </div>
  );
}
