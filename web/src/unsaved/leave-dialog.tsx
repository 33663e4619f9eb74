import { Button, Modal } from "@mantine/core";
import { useBlocker } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { allKept, forgetUnsaved, unsavedAfterSaves } from "./unsaved";

/** Asks whoever goes to another page while something on this one is typed and not stored. */
export function LeaveDialog() {
  const { t } = useTranslation();
  const { status, proceed, reset } = useBlocker({
    // Another view of the same page keeps what stands on it.
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname && unsavedAfterSaves(),
    enableBeforeUnload: false,
    withResolver: true,
  });
  if (status !== "blocked") return null;
  const kept = allKept();
  return (
    <Modal
      opened
      onClose={reset}
      title={t("unsaved.title")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <div className="stack">
        {kept && <p>{t("unsaved.kept")}</p>}
        <div className="row">
          <Button data-autofocus onClick={reset}>
            {t("unsaved.stay")}
          </Button>
          <Button
            color="red"
            variant="light"
            onClick={() => {
              forgetUnsaved();
              proceed();
            }}
          >
            {t(kept ? "unsaved.leave" : "unsaved.discard")}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
