import { Button, Modal } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ofAccounts } from "../api/use-send";
import { formatInstant } from "../app/format";
import { useProblemText } from "../entity/problem-text";
import { discard, flushOutbox, onOutboxChange, type Waiting, waiting } from "./outbox";

const again = 20_000;

/** What of `user` waits for the network, to see and to take back; sends it as soon as there is one. */
export function OutboxButton({ user }: { user: string }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const queries = useQueryClient();
  const [entries, setEntries] = useState<Waiting[]>([]);
  const [open, setOpen] = useState(false);
  const flush = useCallback(
    async (refusedToo = false) => {
      const sent = await flushOutbox(user, refusedToo);
      if (sent === 0) return;
      notifications.show({ message: t("outbox.sent", { count: sent }) });
      await queries.invalidateQueries(ofAccounts);
    },
    [queries, t, user],
  );
  useEffect(() => {
    const refresh = () => waiting(user).then(setEntries);
    const sendNow = () => flush();
    refresh();
    sendNow();
    const stop = onOutboxChange(refresh);
    window.addEventListener("online", sendNow);
    const timer = setInterval(sendNow, again);
    return () => {
      stop();
      window.removeEventListener("online", sendNow);
      clearInterval(timer);
    };
  }, [flush, user]);
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
                {entry.refused && (
                  <div className="poor">
                    {problemText(entry.refused.code, entry.refused.detail)}
                  </div>
                )}
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
        <Button onClick={() => flush(true)}>{t("outbox.now")}</Button>
      </Modal>
    </>
  );
}
