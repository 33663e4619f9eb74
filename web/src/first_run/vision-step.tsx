import { Alert } from "@mantine/core";
import type { FormEvent } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { visionFields } from "../account/account-fields";
import { ApiProblem } from "../api/client";
import { change, create } from "../api/entity";
import { ofAccounts, useSend } from "../api/use-send";
import { useMay, WriteButton } from "../app/may";
import type { Cockpit } from "../cockpit/cockpit-query";
import { FieldInput } from "../entity/field-input";
import { changedValues, type Values } from "../entity/fields";
import { useProblemText } from "../entity/problem-text";
import { isUnreadable, notANumber } from "../number/number-field";
import { PasteList } from "../paste/paste-list";
import { Section } from "../ui/section";
import { toast } from "../ui/toast";
import { pastedIn, type StepProps } from "./drafts";
import style from "./first-run.module.css";
import { Names } from "./people-step";

/** Where the account is to be in three years, and what is to be won on the way. */
export function VisionStep({ cockpit, drafts, put }: StepProps<Cockpit>) {
  const { t } = useTranslation();
  const { contribute } = useMay();
  const { account, vision, goals } = cockpit;
  const problemText = useProblemText();
  const draft = drafts.vision;
  const values: Values = { horizon: Number(cockpit.today.slice(0, 4)) + 3, ...vision, ...draft };
  const saving = useSend(
    async () => {
      if (isUnreadable(values.horizon))
        throw new ApiProblem(422, "invalid", "", [{ pointer: "/horizon", ...notANumber }]);
      const body = changedValues(visionFields, vision ?? undefined, values);
      return vision
        ? change("/visions", vision, body)
        : create(`/accounts/${account.id}/visions`, { ...body, id: newId() });
    },
    {
      onSent: () => {
        put("vision", undefined);
        toast({ message: t("firstRun.visionStored") });
      },
      refreshes: [ofAccounts],
    },
  );
  const { problem } = saving;
  const save = (event: FormEvent) => {
    event.preventDefault();
    saving.submit();
  };
  if (!contribute)
    return (
      <>
        {vision && <p>{vision.text}</p>}
        <Names names={goals.map(({ goal }) => goal.title)} />
        <p className="muted">{t("firstRun.writtenBy.team")}</p>
      </>
    );
  return (
    <>
      <Section title={t("vision")}>
        <form className={style.form} onSubmit={save} noValidate>
          {problem && problem.fields.length === 0 && (
            <Alert color="red" role="alert">
              {problemText(problem.code, problem.message)}
            </Alert>
          )}
          <div className={style.vision}>
            {visionFields.map((field) => {
              const wrong = problem?.fields.find(({ pointer }) => pointer === `/${field.name}`);
              return (
                <FieldInput
                  key={field.name}
                  field={field}
                  value={values[field.name]}
                  error={wrong && problemText(wrong.code, wrong.detail)}
                  onChange={(value) => {
                    saving.clear();
                    put("vision", {
                      text: values.text,
                      horizon: values.horizon,
                      [field.name]: value,
                    });
                  }}
                />
              );
            })}
          </div>
          <WriteButton
            type="submit"
            w="fit-content"
            variant={draft ? "filled" : "default"}
            loading={saving.pending}
            disabled={!draft}
          >
            {t("firstRun.saveVision")}
          </WriteButton>
        </form>
      </Section>
      <Section title={t("goals")} count={goals.length}>
        <Names names={goals.map(({ goal }) => goal.title)} />
        <PasteList
          account={account.id}
          kind="goals"
          draft={pastedIn(drafts.goals)}
          onDraft={(next) => put("goals", next)}
        />
      </Section>
    </>
  );
}
