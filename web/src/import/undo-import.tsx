import { Alert, Button } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, data, type Schemas } from "../api/client";
import { ofAccounts, useSend } from "../api/use-send";
import { useProblemText } from "../entity/problem-text";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { importsQuery } from "./imports-query";

/** Takes an import back; where that would lose what was changed since, or leave something hanging, it names that. */
export function UndoImport({ account, made }: { account: string; made: Schemas["Import"] }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [asks, setAsks] = useState(false);
  // Somebody else may have taken it back.
  const now = useQuery({ ...importsQuery(account), throwOnError: false }).data?.find(
    ({ id }) => id === made.id,
  );
  const undoing = useSend(
    () => data(api.POST("/api/v1/imports/{id}/undo", { params: { path: { id: made.id } } })),
    { refreshes: [ofAccounts] },
  );
  const { problem } = undoing;
  if ((now ?? made).undoneAt) return <span className="muted">{t("import.undone")}</span>;
  const named = [...new Set(problem?.fields.map(({ detail }) => detail) ?? [])];
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconArrowBackUp size={16} stroke={1.75} aria-hidden="true" />}
        aria-label={t("import.undoOf", { name: made.file })}
        loading={undoing.pending}
        onClick={() => setAsks(true)}
      >
        {t("import.undo")}
      </Button>
      {problem && (
        <Alert color="red" role="alert">
          {problem.code === "changed_since" || problem.code === "still_used"
            ? t(problem.code === "still_used" ? "import.stillUsed" : "import.changedSince", {
                names: named.slice(0, 10).join(", "),
              })
            : problemText(problem.code, problem.message)}
        </Alert>
      )}
      {asks && (
        <ConfirmDialog
          title={t("import.undoOf", { name: made.file })}
          confirm={t("import.undo")}
          danger
          onConfirm={() => undoing.submit()}
          onClose={() => setAsks(false)}
        >
          {t("import.undoWhat")}
        </ConfirmDialog>
      )}
    </>
  );
}
