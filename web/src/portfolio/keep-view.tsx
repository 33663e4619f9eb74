import { Button, Modal, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";

/** Asks what the view is to be called. */
export function KeepView({ onKeep }: { onKeep: (name: string) => void }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [name, setName] = useState("");
  const keep = (event: FormEvent) => {
    event.preventDefault();
    onKeep(name.trim());
    setOpen(false);
    setName("");
  };
  return (
    <>
      <Button variant="default" onClick={() => setOpen(true)}>
        {t("portfolio.keepView")}
      </Button>
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        title={t("portfolio.keepView")}
        closeButtonProps={{ "aria-label": t("close") }}
      >
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
            <Button variant="default" onClick={() => setOpen(false)}>
              {t("cancel")}
            </Button>
          </div>
        </form>
      </Modal>
    </>
  );
}
