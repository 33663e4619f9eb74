import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import type { Schemas } from "../api/client";
import { change, create } from "../api/entity";
import { ofAccounts, useSend } from "../api/use-send";
import { formatDate } from "../app/format";
import { WriteButton } from "../app/may";
import { useToday } from "../app/session";
import { nameOf } from "../entity/named";
import { useUndoable } from "../entity/undo";
import { Chip } from "../ui/chip";
import { AboutLink } from "./about-link";
import { inPlace } from "./in-place";
import { RowAction } from "./row-action";
import {
  type Asking,
  type Question,
  type QuestionForms,
  useQuestionForms,
} from "./use-question-forms";

export type QuestionView = Schemas["QuestionView"];

/** Open questions with what to do about each; offers proven ones where there is none. */
export function QuestionList({ questions, ...asking }: Asking & { questions: QuestionView[] }) {
  const { t } = useTranslation();
  const [form, forms] = useQuestionForms(asking);
  return (
    // Here goes on who answered one that is not in the list any more.
    <div className="stack" tabIndex={-1}>
      <div>
        <WriteButton variant="default" size="compact-md" onClick={() => forms.ask()}>
          {t("question.add")}
        </WriteButton>
      </div>
      {questions.length === 0 && <NoQuestion account={asking.account} />}
      <ul className="list">
        {questions.map((view) => (
          <OpenQuestion key={view.question.id} view={view} asking={asking} forms={forms} />
        ))}
      </ul>
      {form}
    </div>
  );
}

function OpenQuestion({
  view,
  asking,
  forms,
}: {
  view: QuestionView;
  asking: Asking;
  forms: QuestionForms;
}) {
  const { t } = useTranslation();
  const today = useToday();
  const { question } = view;
  const { text } = question;
  const askedToday = t("question.actionOf", { action: t("question.askedToday"), text });
  const asked = useUndoable(
    () => change("/open-questions", question, { askedOn: today }),
    (now) => change("/open-questions", now, { askedOn: question.askedOn }),
    askedToday,
  );
  return (
    <li>
      <b>{text}</b>{" "}
      {view.overdue && (
        <Chip tone="bad" dot="full">
          {t("question.overdue")}
        </Chip>
      )}
      <div className="muted">
        <AboutQuestion view={view} />
        {[
          question.contact &&
            t("question.whom", { name: nameOf(asking.contacts, question.contact) }),
          question.askedBy && t("question.asks", { name: nameOf(asking.people, question.askedBy) }),
          question.askBy && t("question.by", { date: formatDate(question.askBy) }),
          question.askedOn
            ? t("question.asked", { date: formatDate(question.askedOn) })
            : t("question.never"),
        ]
          .filter(Boolean)
          .join(" · ")}
      </div>
      <div className="row">
        <RowAction
          main
          action={t("question.answer")}
          of={text}
          onClick={() => forms.answer(question)}
        />
        {question.askedOn !== today && (
          <RowAction
            action={t("question.askedToday")}
            of={text}
            pending={asked.pending}
            onClick={asked.send}
          />
        )}
        <RowAction action={t("edit")} of={text} onClick={() => forms.edit(view)} />
      </div>
    </li>
  );
}

function AboutQuestion({ view }: { view: QuestionView }) {
  const { question } = view;
  if (!question.aboutKind || !question.about) return null;
  return (
    <>
      <AboutLink
        account={question.account}
        kind={question.aboutKind}
        about={question.about}
        name={view.aboutName}
        archived={view.aboutArchived}
        keyResult={view.aboutKeyResult}
      />
      {" · "}
    </>
  );
}

const standard = [
  "purchasing",
  "projects",
  "people",
  "competitors",
  "plans",
  "satisfaction",
] as const;

/** Nobody asks anything: proven questions are a beginning. */
function NoQuestion({ account }: { account: string }) {
  const { t } = useTranslation();
  const adding = useSend(
    async () => {
      for (const name of standard)
        await create(`/accounts/${account}/open-questions`, {
          id: newId(),
          text: t(`question.standard.${name}`),
        });
    },
    { refreshes: [ofAccounts] },
  );
  return (
    <>
      <p className="muted">{t("question.none")}</p>
      <div>
        <WriteButton size="compact-md" loading={adding.pending} onClick={inPlace(adding.send)}>
          {t("question.useStandard")}
        </WriteButton>
      </div>
    </>
  );
}

/** What came out of questions, newest first; each can be asked again. */
export function AnsweredList({ questions, ...asking }: Asking & { questions: QuestionView[] }) {
  const [form, forms] = useQuestionForms(asking);
  return (
    <div tabIndex={-1}>
      <ul className="list">
        {questions.map((view) => (
          <AnsweredQuestion key={view.question.id} view={view} forms={forms} />
        ))}
      </ul>
      {form}
    </div>
  );
}

/** What a question has of answers; without them it is open again. */
const unanswered = {
  answer: "",
  answeredBySignal: null,
  answeredByCheckIn: null,
  answeredOn: null,
} satisfies Partial<Question>;

function AnsweredQuestion({ view, forms }: { view: QuestionView; forms: QuestionForms }) {
  const { t } = useTranslation();
  const { question } = view;
  const { text } = question;
  const again = useSend(() => change("/open-questions", question, unanswered), {
    refreshes: [ofAccounts],
  });
  return (
    <li>
      <b>{text}</b>
      {question.answer && <p className="prose">{question.answer}</p>}
      <div className="muted">
        <AboutQuestion view={view} />
        {[
          t("question.answeredOn", { date: formatDate(question.answeredOn) }),
          question.answeredBySignal && t("question.bySignal"),
          question.answeredByCheckIn && t("question.byCheckIn"),
        ]
          .filter(Boolean)
          .join(" · ")}
      </div>
      <div className="row">
        <RowAction
          action={t("question.again")}
          of={text}
          pending={again.pending}
          onClick={again.send}
        />
        <RowAction
          action={t("question.editAnswer")}
          of={text}
          onClick={() => forms.answer(question)}
        />
      </div>
    </li>
  );
}
