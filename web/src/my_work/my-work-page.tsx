import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, asSeen, data, type Schemas } from "../api/client";
import { ofAccounts, useSend } from "../api/use-send";
import { formatDate } from "../app/format";
import { LinkButton } from "../app/link-button";
import { PageTitle } from "../app/page-title";
import { useToday } from "../app/session";
import { Loading } from "../app/shell";
import { CheckInForm } from "../check_in/lazy-check-in";
import { keyResultPageQuery } from "../key_result/key-result-query";
import { OwnSentence } from "../sentence/own-sentence";

type Duty = Schemas["Duty"];

/** What I owe myself; the others lie where nobody minds them. */
const ownDuties = new Set<Duty["kind"]>(["check_in", "action", "question"]);

const termOf = { check_in: "check_in", question: "open_question", action: "action" } as const;

/** What I owe, most overdue first, each one click away from being done. */
export default function MyWorkPage() {
  const { t } = useTranslation();
  const today = useToday();
  const queries = useQueryClient();
  const [checkIn, setCheckIn] = useState<Schemas["KeyResultPage"]>();
  const duties = useQuery({
    queryKey: ["my-work"],
    queryFn: () => data(api.GET("/api/v1/my-work")),
  });
  const finishing = useSend(
    (duty: Duty) =>
      data(api.PATCH("/api/v1/actions/{id}", { params: asSeen(duty), body: { doneOn: today } })),
    { refreshes: [ofAccounts] },
  );
  if (!duties.data) return <Loading />;

  const act = async (duty: Duty) => {
    if (duty.kind === "check_in") {
      setCheckIn(await queries.fetchQuery(keyResultPageQuery(duty.id)));
      return;
    }
    await finishing.send(duty);
  };

  const owed = duties.data.filter(({ kind }) => ownDuties.has(kind));
  const unminded = duties.data.filter((duty) => !owed.includes(duty));
  return (
    <div className="page narrow">
      <PageTitle>{t("nav.myWork")}</PageTitle>
      <OwnSentence />
      {duties.data.length === 0 && (
        <div className="card empty">
          <p>{t("myWork.empty")}</p>
          <Link to="/accounts">{t("nav.accounts")}</Link>
        </div>
      )}
      <ul className="list stack">
        {owed.map((duty) => (
          <li key={duty.id} className="card row">
            <div className="grow">
              <b>{duty.title}</b>
              <div className="muted">
                {duty.accountName} · {t(`term.${termOf[duty.kind as keyof typeof termOf]}`)} ·{" "}
                {duty.due ? <Due duty={duty} /> : t("myWork.noDue")}
              </div>
            </div>
            {duty.kind === "question" ? (
              <LinkButton to="/accounts/$account/questions" params={{ account: duty.account }}>
                {t("myWork.toQuestion")}
              </LinkButton>
            ) : (
              <Button onClick={() => act(duty)}>
                {t(duty.kind === "check_in" ? "checkIn.title" : "action.done")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {unminded.length > 0 && (
        <section className="card">
          <h2>{t("myWork.unminded")}</h2>
          <ul className="list">
            {unminded.map((duty) => (
              <li key={`${duty.kind} ${duty.id}`}>
                <UnmindedLink duty={duty} />
                <div className="muted">
                  {duty.accountName}
                  {duty.kind !== "signals" && ` · ${t("myWork.noOwner")}`}
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {checkIn && (
        <CheckInForm view={checkIn.view} today={today} onClose={() => setCheckIn(undefined)} />
      )}
    </div>
  );
}

/** Where the manager finds what nobody minds. */
function UnmindedLink({ duty }: { duty: Duty }) {
  const { t } = useTranslation();
  const params = { account: duty.account };
  if (duty.kind === "signals")
    return (
      <Link className="title-link" to="/accounts/$account/signals" params={params}>
        {t("myWork.signals", { count: duty.count })}
      </Link>
    );
  if (duty.kind === "key_result")
    return (
      <Link className="title-link" to="/key-results/$keyResult" params={{ keyResult: duty.id }}>
        {duty.title}
      </Link>
    );
  return (
    <Link className="title-link" to="/accounts/$account" params={params}>
      {duty.title}
    </Link>
  );
}

function Due({ duty }: { duty: Duty }) {
  const { t } = useTranslation();
  if (duty.daysOverdue > 0)
    return <span className="poor">{t("myWork.overdue", { count: duty.daysOverdue })}</span>;
  return <>{t("myWork.due", { date: formatDate(duty.due) })}</>;
}
