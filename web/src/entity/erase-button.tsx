import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Collection, type Erasable, erase } from "../api/entity";
import { shownIn, useSend } from "../api/use-send";
import { useSession } from "../app/session";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { hideToast } from "../ui/toast";
import { nobody } from "./erased";

/** Whose personal data can be erased. */
const ofPersons = (collection: Collection): collection is Erasable & Collection =>
  collection === "/users" || collection === "/contacts";

interface Props {
  collection: Collection;
  person: { id: string; version: number };
  name: string;
}

/** Erases an archived person's data for good, once that is confirmed: for administrators. */
export function EraseButton({ collection, person, name }: Props) {
  const { t } = useTranslation();
  const session = useSession();
  const [asks, setAsks] = useState(false);
  const erasing = useSend((of: Erasable) => erase(of, person), {
    // What says that the person was archived names them, and would bring them back.
    onSent: () => hideToast(person.id),
    refreshes: [shownIn(collection)],
  });
  if (session?.user?.role !== "administrator") return null;
  if (!ofPersons(collection) || name === nobody) return null;
  return (
    <>
      <Button size="compact-sm" variant="subtle" color="red" onClick={() => setAsks(true)}>
        {t("erase.offer")}
      </Button>
      {asks && (
        <ConfirmDialog
          title={t("erase.title", { name })}
          confirm={t("erase.confirm")}
          danger
          onConfirm={() => erasing.send(collection)}
          onClose={() => setAsks(false)}
        >
          {t("erase.what")}
        </ConfirmDialog>
      )}
    </>
  );
}
