import { Button, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiProblem } from "../api/client";
import { type Restorable, restore } from "../api/entity";
import { shownIn, useSend } from "../api/use-send";
import { WriteButton, writerOf } from "../app/may";
import { FormDialog } from "../unsaved/form-dialog";
import { useProblemText } from "./problem-text";

interface Props {
  /** `/sites`: where entities of this kind live. */
  collection: Restorable;
  entity: { id: string; version: number };
}

/** Takes something out of the archive; asks why where a running cycle's plan changes by it. */
export function RestoreButton({ collection, entity }: Props) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<string>();
  const restoring = useSend(() => restore(collection, entity, reason), {
    refreshes: [shownIn(collection)],
  });
  const attempt = async () => {
    try {
      await restoring.send();
    } catch (caught) {
      if (!(caught instanceof ApiProblem)) throw caught;
      const wrong = caught.fields.find(({ pointer }) => pointer === "/reason");
      if (!wrong) throw caught;
      if (asking) setProblem(problemText(wrong.code, wrong.detail));
      setAsking(true);
      return;
    }
    setAsking(false);
  };
  return (
    <>
      <WriteButton who={writerOf(collection)} size="compact-sm" variant="light" onClick={attempt}>
        {t("restore")}
      </WriteButton>
      {asking && (
        <FormDialog
          typed={reason !== ""}
          busy={restoring.pending}
          onClose={() => {
            setAsking(false);
            setReason("");
          }}
          title={t("restore")}
        >
          {(close) => (
            <form
              className="stack"
              noValidate
              onSubmit={(event: FormEvent) => {
                event.preventDefault();
                attempt();
              }}
            >
              <Textarea
                label={t("field.reason")}
                description={t("reasonWhy")}
                error={problem}
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
              <div className="row">
                <Button type="submit">{t("restore")}</Button>
                <Button variant="default" onClick={close}>
                  {t("cancel")}
                </Button>
              </div>
            </form>
          )}
        </FormDialog>
      )}
    </>
  );
}
