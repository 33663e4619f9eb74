import { useState } from "react";
import { FormDialog } from "../unsaved/form-dialog";
import { nothingPasted } from "./draft";
import { type Pasted, PasteList } from "./paste-list";

/** Many at once beside a list of them; what is left to correct keeps it open. */
export default function PasteDialog({
  account,
  kind,
  title,
  onClose,
}: {
  account: string;
  kind: Pasted;
  title: string;
  onClose: () => void;
}) {
  const [draft, setDraft] = useState(nothingPasted);
  return (
    <FormDialog typed={draft.text !== ""} onClose={onClose} title={title} size="xl">
      {() => (
        <PasteList
          account={account}
          kind={kind}
          draft={draft}
          onDraft={setDraft}
          onStored={(all) => all && onClose()}
        />
      )}
    </FormDialog>
  );
}
