import { Button, Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { allKept, forgetUnsaved, unsavedByName } from "./unsaved";

/** Asks what becomes of what is typed: stay with it, or leave. */
export default function LeaveQuestion({ stay, leave }: { stay: () => void; leave: () => void }) {
  const { t } = useTranslation();
  const kept = allKept();
  const names = unsavedByName();
  return (
    <Modal
      opened
      onClose={stay}
      title={t("unsaved.title")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <div className="stack">
        {names.map((name) => (
          <b key={name}>{name}</b>
        ))}
        {kept && <p>{t("unsaved.kept")}</p>}
        <div className="row">
          <Button data-autofocus onClick={stay}>
            {t("unsaved.stay")}
          </Button>
          <Button
            color="red"
            variant="light"
            onClick={() => {
              forgetUnsaved();
              leave();
            }}
          >
            {t(kept ? "unsaved.leave" : "unsaved.discard")}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
