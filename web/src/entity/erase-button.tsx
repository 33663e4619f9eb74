import { Button, Modal } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { send } from "../api/client";
import { useSession } from "../app/session";

/** Whose personal data can be erased. */
const persons = ["/users", "/contacts"];

/** What the server calls somebody who was erased. */
const nobody = "N. N.";

interface Props {
  collection: string;
  person: { id: string; version: number };
  name: string;
}

/** Erases an archived person's data for good, once that is confirmed: for administrators. */
export function EraseButton({ collection, person, name }: Props) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const session = useSession();
  const [asks, setAsks] = useState(false);
  if (session?.user?.role !== "administrator") return null;
  if (!persons.includes(collection) || name === nobody) return null;
  const erase = async () => {
    setAsks(false);
    await send("POST", `${collection}/${person.id}/erase`, undefined, person.version);
    await queries.invalidateQueries();
  };
  return (
    <>
      <Button size="compact-sm" variant="subtle" color="red" onClick={() => setAsks(true)}>
        {t("erase.offer")}
      </Button>
      <Modal
        opened={asks}
        onClose={() => setAsks(false)}
        title={t("erase.title", { name })}
        closeButtonProps={{ "aria-label": t("close") }}
      >
        <div className="stack">
          <p>{t("erase.what")}</p>
          <div className="row">
            <Button variant="default" onClick={() => setAsks(false)}>
              {t("cancel")}
            </Button>
            <Button color="red" onClick={erase}>
              {t("erase.confirm")}
            </Button>
          </div>
        </div>
      </Modal>
    </>
  );
}
