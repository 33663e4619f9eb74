import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { optionsOf } from "../entity/fields";
import type { Named } from "../entity/named";
import { useEntityForm } from "../entity/use-entity-form";
import { answerFields, questionFields } from "./question-fields";
import { signalsQuery } from "./question-query";

export type Question = Schemas["OpenQuestion"];

/** Whose questions they are, and who can be asked or ask. */
export interface Asking {
  account: string;
  contacts: readonly Named[];
  people: readonly Named[];
}

export interface QuestionForms {
  /** A new one, about an entry where one is named. */
  ask: (about?: Pick<Question, "aboutKind" | "about">, name?: string) => void;
  edit: (view: Schemas["QuestionView"]) => void;
  answer: (question: Question) => Promise<void>;
}

/** The forms of questions over a page: `form` is where the opened one stands. */
export function useQuestionForms({
  account,
  contacts,
  people,
}: Asking): [ReactNode, QuestionForms] {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [form, open] = useEntityForm();
  const collection = "/open-questions";
  const fields = questionFields(optionsOf(contacts), optionsOf(people));
  const aboutText = (kind: Question["aboutKind"], name = "") =>
    kind ? t("question.about", { kind: t(`choice.AboutKind.${kind}`), name }) : undefined;
  return [
    form,
    {
      ask: (about, name) =>
        open({
          title: t("question.add"),
          collection,
          parent: `/accounts/${account}/open-questions`,
          fields,
          extra: about,
          note: about ? aboutText(about.aboutKind, name) : t("question.aboutAnEntry"),
        }),
      edit: ({ question, aboutName }) =>
        open({
          title: t("question.edit"),
          collection,
          fields,
          entity: question,
          note: aboutText(question.aboutKind, aboutName),
        }),
      answer: async (question) => {
        const signals = await queries.fetchQuery(signalsQuery(account));
        open({
          title: question.text,
          collection,
          fields: answerFields(signals.map(({ id, title }) => ({ value: id, label: title }))),
          entity: question,
          canArchive: false,
          check: ({ answer, answeredBySignal, answeredByCheckIn }) =>
            String(answer ?? "").trim() || answeredBySignal || answeredByCheckIn
              ? []
              : [{ pointer: "/answer", code: "no_answer", detail: t("question.noAnswer") }],
        });
      },
    },
  ];
}
