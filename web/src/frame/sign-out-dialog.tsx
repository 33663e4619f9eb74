import { Button, Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFocusBack } from "../app/focus-back";
import { anyUnsaved } from "../unsaved/unsaved";

/** Asks whoever signs out while something of theirs is not sent or not stored. */
export default function SignOutDialog({
  waiting,
  onStay,
  onLeave,
}: {
  waiting: number;
  onStay: () => void;
  onLeave: () => void;
}) {
  const { t } = useTranslation();
  useFocusBack();
  return (
    <Modal
      opened
      onClose={onStay}
      title={t("signOutAsk.title")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <div className="stack">
        {waiting > 0 && <p>{t("signOutAsk.waiting", { count: waiting })}</p>}
        {anyUnsaved() && <p>{t("signOutAsk.unsaved")}</p>}
        <div className="row">
          <Button data-autofocus onClick={onStay}>
            {t("signOutAsk.stay")}
          </Button>
          <Button color="red" variant="light" onClick={onLeave}>
            {t("signOut")}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
