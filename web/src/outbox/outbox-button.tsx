import { Button, Modal } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { formatInstant } from "../app/format";
import { discard, flushOutbox, onOutboxChange, type Waiting, waiting } from "./outbox";

const again = 20_000;

/** What waits for the network, to see and to take back; sends it as soon as there is one. */
export function OutboxButton() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [entries, setEntries] = useState<Waiting[]>([]);
  const [open, setOpen] = useState(false);
  const refresh = useCallback(() => waiting().then(setEntries), []);
  const flush = useCallback(async () => {
    const sent = await flushOutbox();
    if (sent === 0) return;
    notifications.show({ message: t("outbox.sent", { count: sent }) });
    await queries.invalidateQueries();
  }, [queries, t]);
  useEffect(() => {
    refresh();
    flush();
    const stop = onOutboxChange(refresh);
    window.addEventListener("online", flush);
    const timer = setInterval(flush, again);
    return () => {
      stop();
      window.removeEventListener("online", flush);
      clearInterval(timer);
    };
  }, [flush, refresh]);
  if (entries.length === 0) return null;
  return (
    <>
      <Button variant="light" color="orange" size="compact-md" onClick={() => setOpen(true)}>
        {t("outbox.waiting", { count: entries.length })}
      </Button>
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        title={t("outbox.title")}
        closeButtonProps={{ "aria-label": t("close") }}
      >
        <p className="muted">{t("outbox.what")}</p>
        <ul className="list">
          {entries.map((entry) => (
            <li key={entry.key} className="row">
              <span className="grow">
                {entry.title}
                <span className="muted"> · {formatInstant(entry.at)}</span>
                {entry.refused && <div className="poor">{entry.refused}</div>}
              </span>
              <Button
                variant="subtle"
                color="red"
                size="compact-sm"
                onClick={() => entry.key !== undefined && discard(entry.key)}
              >
                {t("outbox.discard")}
              </Button>
            </li>
          ))}
        </ul>
        <Button onClick={flush}>{t("outbox.now")}</Button>
      </Modal>
    </>
  );
}
