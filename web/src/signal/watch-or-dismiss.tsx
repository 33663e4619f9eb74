import { Alert, Button, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiProblem, type Schemas } from "../api/client";
import { useSend } from "../api/use-send";
import { useProblemText } from "../entity/problem-text";
import { DayInput } from "../ui/day-input";
import { type DayEntry, isDay, notADay } from "../ui/read-day";
import { FormDialog } from "../unsaved/form-dialog";

type Answer = Schemas["ResponseInput"];

/** Until when, or why: what to watch and to dismiss a signal needs. */
export function WatchOrDismiss({
  kind,
  respond,
  onClose,
}: {
  kind: "watch" | "dismiss";
  respond: (body: Answer) => Promise<unknown>;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [reason, setReason] = useState("");
  const [until, setUntil] = useState<DayEntry>(null);
  const responding = useSend(async (body: Answer) => {
    if (body.watchUntil && !isDay(body.watchUntil))
      throw new ApiProblem(422, "invalid", "", [{ pointer: "/watchUntil", ...notADay }]);
    return respond(body);
  });
  const { problem } = responding;
  const errorOf = (name: string) => {
    const wrong = problem?.fields.find((field) => field.pointer === `/${name}`);
    return wrong && problemText(wrong.code, wrong.detail);
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const watchUntil = kind === "watch" ? until : null;
    if (await responding.submit({ kind, reason, watchUntil })) onClose();
  };
  return (
    <FormDialog
      typed={reason !== "" || until !== null}
      busy={responding.pending}
      onClose={onClose}
      title={t(`signal.way.${kind}`)}
    >
      {(close) => (
        <form className="stack" noValidate onSubmit={save}>
          {problem?.fields.length === 0 && (
            <Alert color="red" role="alert">
              {problemText(problem.code, problem.message)}
            </Alert>
          )}
          {kind === "watch" && (
            <DayInput
              data-autofocus
              label={t("field.watchUntil")}
              error={errorOf("watchUntil")}
              value={until}
              onChange={setUntil}
            />
          )}
          <Textarea
            label={t("signal.why")}
            error={errorOf("reason")}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <div className="row">
            <Button type="submit">{t("save")}</Button>
            <Button variant="default" onClick={close}>
              {t("cancel")}
            </Button>
          </div>
        </form>
      )}
    </FormDialog>
  );
}
