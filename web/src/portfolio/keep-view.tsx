import { Button, TextInput } from "@mantine/core";
import { IconBookmark } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { api, data, type Schemas } from "../api/client";
import { useSend } from "../api/use-send";
import { useProblemText } from "../entity/problem-text";
import { FormDialog } from "../unsaved/form-dialog";
import { choiceOf, type PortfolioSearch, viewsQuery } from "./portfolio-query";

const plain = (name: string) => name.trim().toLocaleLowerCase();

/** Asks what the view is to be called, and keeps it; a view of the same name is replaced. */
export function KeepView({
  chosen,
  kept,
}: {
  chosen: PortfolioSearch;
  kept: Schemas["KeptView"][];
}) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const same = kept.find(({ view }) => plain(view.name) === plain(name))?.view;
  const keeping = useSend(
    (id: string) =>
      data(
        api.PUT("/api/v1/portfolio-views/{id}", {
          params: { path: { id } },
          body: { name: name.trim(), choice: choiceOf(chosen) },
        }),
      ),
    { refreshes: [{ queryKey: viewsQuery.queryKey }] },
  );
  const { problem } = keeping;
  const close = () => {
    setOpen(false);
    setName("");
    keeping.clear();
  };
  const keep = async (event: FormEvent) => {
    event.preventDefault();
    if (await keeping.submit(same?.id ?? newId())) close();
  };
  return (
    <>
      <Button
        size="xs"
        variant="subtle"
        leftSection={<IconBookmark size={16} stroke={1.75} aria-hidden="true" />}
        onClick={() => setOpen(true)}
      >
        {t("portfolio.keepView")}
      </Button>
      {open && (
        <FormDialog
          typed={name !== ""}
          busy={keeping.pending}
          onClose={close}
          title={t("portfolio.keepView")}
        >
          {(cancel) => (
            <form className="stack" onSubmit={keep}>
              <TextInput
                data-autofocus
                label={t("portfolio.viewName")}
                description={same && t("portfolio.replaces", { name: same.name })}
                maxLength={120}
                value={name}
                error={
                  problem &&
                  problemText(
                    problem.fields[0]?.code ?? problem.code,
                    problem.fields[0]?.detail ?? problem.message,
                  )
                }
                onChange={(event) => setName(event.currentTarget.value)}
              />
              <div className="row">
                <Button type="submit" disabled={name.trim() === ""} loading={keeping.pending}>
                  {t("save")}
                </Button>
                <Button variant="default" onClick={cancel}>
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
