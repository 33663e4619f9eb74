import { Button, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../unsaved/form-dialog";

/** Asks what the view is to be called. */
export function KeepView({ onKeep }: { onKeep: (name: string) => void }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const close = () => {
    setOpen(false);
    setName("");
  };
  const keep = (event: FormEvent) => {
    event.preventDefault();
    onKeep(name.trim());
    close();
  };
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t("portfolio.keepView")}
      </Button>
      {open && (
        <FormDialog typed={name !== ""} onClose={close} title={t("portfolio.keepView")}>
          {(cancel) => (
            <form className="stack" onSubmit={keep}>
              <TextInput
                data-autofocus
                label={t("portfolio.viewName")}
                value={name}
                onChange={(event) => setName(event.currentTarget.value)}
              />
              <div className="row">
                <Button type="submit" disabled={name.trim() === ""}>
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
