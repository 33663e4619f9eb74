import { Button, Modal } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useCallback, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { ofAccounts } from "../api/use-send";
import { formatInstant } from "../app/format";
import { useProblemText } from "../entity/problem-text";
import { hideToast, toast } from "../ui/toast";
import { MendForm } from "./mend-form";
import {
  discard,
  flushOutbox,
  keptNotice,
  onOutboxChange,
  type Waiting,
  waiting,
  waitingOfOthers,
} from "./outbox";

const again = 20_000;

/**
 * What of `user` waits for the network, to see, mend and take back; sends it once there is one.
 * `compact`: no more than how many. `children`: what stands there while nothing waits.
 */
export function OutboxButton({
  user,
  compact = false,
  children,
}: {
  user: string;
  compact?: boolean;
  children?: ReactNode;
}) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [entries, setEntries] = useState<Waiting[]>([]);
  const [others, setOthers] = useState<{ name: string; count: number }[]>([]);
  const [open, setOpen] = useState(false);
  const [mended, setMended] = useState<Waiting>();
  const flush = useCallback(
    async (refusedToo = false) => {
      const sent = await flushOutbox(user, refusedToo);
      if (sent === 0) return;
      toast({ message: t("outbox.sent", { count: sent }) });
      await queries.invalidateQueries(ofAccounts);
    },
    [queries, t, user],
  );
  useEffect(() => {
    let gone = false;
    const refresh = async () => {
      const [mine, theirs] = await Promise.all([waiting(user), waitingOfOthers(user)]);
      if (gone) return;
      setEntries(mine);
      if (mine.length === 0) hideToast(keptNotice);
      setOthers(theirs);
    };
    const sendNow = () => flush();
    refresh();
    sendNow();
    const stop = onOutboxChange(refresh);
    window.addEventListener("online", sendNow);
    const timer = setInterval(sendNow, again);
    return () => {
      gone = true;
      stop();
      window.removeEventListener("online", sendNow);
      clearInterval(timer);
    };
  }, [flush, user]);
  const ofOthers = others.map((other) => t("outbox.ofOthers", other));
  if (entries.length === 0 && others.length === 0) return children;
  const words =
    entries.length > 0 ? t("outbox.waiting", { count: entries.length }) : ofOthers.join(", ");
  return (
    <>
      <Button
        variant="light"
        color={entries.length > 0 ? "orange" : "gray"}
        size="compact-md"
        aria-label={words}
        onClick={() => setOpen(true)}
      >
        {compact ? entries.length || others.length : words}
      </Button>
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        title={t("outbox.title")}
        closeButtonProps={{ "aria-label": t("close") }}
      >
        {entries.length > 0 && (
          <>
            <p className="muted">{t("outbox.what")}</p>
            <ul className="list">
              {entries.map((entry) => (
                <Entry
                  key={entry.key}
                  entry={entry}
                  onMend={() => {
                    setOpen(false);
                    setMended(entry);
                  }}
                />
              ))}
            </ul>
            <Button onClick={() => flush(true)}>{t("outbox.now")}</Button>
          </>
        )}
        {others.length > 0 && <p className="muted">{t("outbox.othersWhat")}</p>}
        {ofOthers.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </Modal>
      {mended && <MendForm entry={mended} onClose={() => setMended(undefined)} />}
    </>
  );
}

function Entry({ entry, onMend }: { entry: Waiting; onMend: () => void }) {
  const { t, i18n } = useTranslation();
  const problemText = useProblemText();
  const { refused } = entry;
  const labelOf = (pointer: string) => {
    const key = `field.${pointer.split("/")[1]}`;
    return i18n.exists(key) ? `${t(key as "field.title")}: ` : "";
  };
  return (
    <li className="row">
      <span className="grow">
        {entry.title}
        <span className="muted"> · {formatInstant(entry.at)}</span>
        {refused?.fields.map((wrong) => (
          <div key={wrong.pointer} className="poor">
            {labelOf(wrong.pointer)}
            {problemText(wrong.code, wrong.detail)}
          </div>
        ))}
        {refused && refused.fields.length === 0 && (
          <div className="poor">{problemText(refused.code, refused.detail)}</div>
        )}
      </span>
      {refused && (
        <Button variant="default" size="compact-sm" onClick={onMend}>
          {t("outbox.mend")}
        </Button>
      )}
      <Button
        variant="subtle"
        color="red"
        size="compact-sm"
        onClick={() => entry.key !== undefined && discard(entry.key)}
      >
        {t("outbox.discard")}
      </Button>
    </li>
  );
}
