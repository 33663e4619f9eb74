import { Button, Modal } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useFocusBack } from "../app/focus-back";

interface Props {
  title: string;
  /** What the button says that does it. */
  confirm: string;
  /** Whether something goes for good that somebody may want back. */
  danger?: boolean;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** Asks before something that cannot be taken back, or not easily; says what it does. */
export function ConfirmDialog({ title, confirm, danger, onConfirm, onClose, children }: Props) {
  const { t } = useTranslation();
  useFocusBack();
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ "aria-label": t("close") }}>
      <div className="stack">
        <p>{children}</p>
        <div className="row">
          <Button variant="default" data-autofocus onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button
            color={danger ? "red" : undefined}
            onClick={() => {
              onClose();
              onConfirm();
            }}
          >
            {confirm}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
