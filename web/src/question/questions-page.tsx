import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { AccountPage } from "../account/account-page";
import { SignalTabs } from "../account/place-tabs";
import type { Schemas } from "../api/client";
import { Contributors } from "../app/may";
import { PageTitle } from "../app/page-title";
import { Loading } from "../app/shell";
import { useLive } from "../app/use-live";
import { ArchivedList } from "../entity/archived-list";
import type { Values } from "../entity/fields";
import { useEntityForm } from "../entity/use-entity-form";
import { CsvLink, csvAddress } from "../ui/csv-link";
import { AssumptionList } from "./assumption-list";
import { Doubt } from "./doubt";
import { AnsweredList, QuestionList } from "./question-list";
import { questionsQuery } from "./question-query";
import { useQuestionForms } from "./use-question-forms";

/** What the team does not know, but should; what came out; and what it assumes meanwhile. */
export default function QuestionsPage() {
  const { account } = useParams({ from: "/accounts/$account/questions" });
  useLive(account);
  const query = useQuery(questionsQuery(account));
  if (!query.data) return <Loading />;
  return <Questions page={query.data} />;
}

export function Questions({ page }: { page: Schemas["QuestionsPage"] }) {
  const { t } = useTranslation();
  const { account, contacts, people, open, answered } = page;
  const asking = { account: account.id, contacts, people };
  const [questionForm, { ask }] = useQuestionForms(asking);
  const [form, openForm] = useEntityForm();
  const assumed = page.assumptions.filter(({ assumption }) => !assumption.confirmedOn);
  const confirmed = page.assumptions.filter(({ assumption }) => assumption.confirmedOn);
  /** "Site: Lehrte · estimated": what was assumed of what, once the page tells of it. */
  const nameOfMark = ({ id, aboutKind, note }: Values) =>
    [
      [
        t(`choice.AboutKind.${aboutKind as Schemas["AboutKind"]}`),
        page.takenOff.find(({ assumption }) => assumption.id === id)?.aboutName,
      ]
        .filter(Boolean)
        .join(": "),
      note,
    ]
      .filter(Boolean)
      .join(" · ");
  const nothing = open.length + answered.length + page.assumptions.length === 0;
  return (
    <AccountPage account={account}>
      <PageTitle of={account.name}>{t("question.title")}</PageTitle>
      <SignalTabs account={account.id} />
      {(page.doubt || nothing) && <Doubt />}
      <section className="card stack" aria-label={t("question.open")}>
        <div className="row">
          <h2 className="grow">{t("question.open")}</h2>
          {open.length + answered.length > 0 && (
            <CsvLink file={csvAddress(account.id, "questions")} of={t("question.open")} />
          )}
        </div>
        <QuestionList questions={open} {...asking} />
        {answered.length > 0 && (
          <details>
            <summary>{t("question.answered", { count: answered.length })}</summary>
            <AnsweredList questions={answered} {...asking} />
          </details>
        )}
      </section>
      <section className="card stack" aria-label={t("assumed.title")} tabIndex={-1}>
        <h2>{t("assumed.title")}</h2>
        {assumed.length === 0 && (
          <p className="muted">
            {t("assumed.none")} <Contributors>{t("assumed.how")}</Contributors>
          </p>
        )}
        <AssumptionList assumptions={assumed} people={people} ask={ask} open={openForm} />
        {confirmed.length > 0 && (
          <details>
            <summary>{t("assumed.confirmed", { count: confirmed.length })}</summary>
            <AssumptionList assumptions={confirmed} people={people} ask={ask} open={openForm} />
          </details>
        )}
      </section>
      {questionForm}
      {form}
      <ArchivedList
        parent={`/accounts/${account.id}`}
        collections={["/open-questions", "/assumptions"]}
        name={(entity) => String(entity.text || nameOfMark(entity))}
      />
    </AccountPage>
  );
}
