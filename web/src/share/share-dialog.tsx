import { Alert } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { useMay } from "../app/may";
import { FormDialog } from "../unsaved/form-dialog";
import { MadeLink } from "./made-link";
import { ShareForm } from "./share-form";
import { ShareLinks } from "./share-links";

export interface ShareDialogProps {
  account: Pick<Schemas["Account"], "id" | "name">;
  /** The one that is looked at, where it is not the one that the page shows by itself. */
  cycle: Pick<Schemas["Cycle"], "id" | "name"> | undefined;
  onClose: () => void;
}

/** Makes links to the one-pager, and shows those that there are. */
export default function ShareDialog({ account, cycle, onClose }: ShareDialogProps) {
  const { t } = useTranslation();
  const { contribute } = useMay();
  const [made, setMade] = useState<Schemas["NewShareLink"]>();
  const [typed, setTyped] = useState(false);
  const [busy, setBusy] = useState(false);
  return (
    <FormDialog title={t("share.title")} size="lg" typed={typed} busy={busy} onClose={onClose}>
      {() => (
        <div className="stack">
          <p className="muted">
            {t("share.what")} {cycle && t("share.ofCycle", { name: cycle.name })}
          </p>
          {made ? (
            <MadeLink account={account.name} made={made} onAnother={() => setMade(undefined)} />
          ) : contribute ? (
            <ShareForm
              account={account.id}
              cycle={cycle?.id}
              onTyped={setTyped}
              onBusy={setBusy}
              onMade={(link) => {
                setTyped(false);
                setMade(link);
              }}
            />
          ) : (
            <Alert color="gray">{t("share.readOnly")}</Alert>
          )}
          <ShareLinks account={account.id} />
        </div>
      )}
    </FormDialog>
  );
}
