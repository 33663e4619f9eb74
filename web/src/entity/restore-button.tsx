import { Button, Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiProblem, send } from "../api/client";
import { WriteButton, writerOf } from "../app/may";
import { FormDialog } from "../unsaved/form-dialog";
import { useProblemText } from "./problem-text";

interface Props {
  /** `/sites`: where entities of this kind live. */
  collection: string;
  entity: { id: string; version: number };
}

/** Takes something out of the archive; asks why where a running cycle's plan changes by it. */
export function RestoreButton({ collection, entity }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const problemText = useProblemText();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);
  const restore = async () => {
    const why = reason ? `?${new URLSearchParams({ reason })}` : "";
    setBusy(true);
    try {
      await send("POST", `${collection}/${entity.id}/restore${why}`, undefined, entity.version);
    } catch (caught) {
      if (!(caught instanceof ApiProblem)) throw caught;
      const wrong = caught.fields.find(({ pointer }) => pointer === "/reason");
      if (!wrong) throw caught;
      if (asking) setProblem(problemText(wrong.code, wrong.detail));
      setAsking(true);
      return;
    } finally {
      setBusy(false);
    }
    setAsking(false);
    await queries.invalidateQueries();
  };
  return (
    <>
      <WriteButton who={writerOf(collection)} size="compact-sm" variant="light" onClick={restore}>
        {t("restore")}
      </WriteButton>
      {asking && (
        <FormDialog
          typed={reason !== ""}
          busy={busy}
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
                restore();
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
