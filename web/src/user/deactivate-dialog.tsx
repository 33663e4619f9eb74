import { Alert, Button, Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { archive, restore } from "../api/entity";
import { shownIn, useSend } from "../api/use-send";
import { useProblemText } from "../entity/problem-text";
import { sayDone } from "../entity/undo";

/** Lets somebody in no more, once that is confirmed; it can be taken back. */
export function DeactivateDialog({
  user,
  onClose,
}: {
  user: Schemas["User"];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const refreshes = [shownIn("/users")];
  const takingBack = useSend(
    (archived: { id: string; version: number }) => restore("/users", archived),
    { refreshes },
  );
  const deactivating = useSend(() => archive("/users", user), {
    onSent: (archived) =>
      sayDone(archived.id, t("users.deactivated", { name: user.name }), () =>
        takingBack.send(archived),
      ),
    refreshes,
  });
  const { problem } = deactivating;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("users.deactivateAsk", { name: user.name })}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <div className="stack">
        {problem && (
          <Alert color="red" role="alert">
            {problemText(problem.code, problem.message)}
          </Alert>
        )}
        <p>{t("users.deactivateWhat", { name: user.name })}</p>
        <div className="row">
          <Button variant="default" onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button
            color="red"
            loading={deactivating.pending}
            onClick={async () => {
              if (await deactivating.submit()) onClose();
            }}
          >
            {t("users.deactivate")}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
