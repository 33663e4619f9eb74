import { Alert, Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, asSeen, data } from "../api/client";
import { useSend } from "../api/use-send";
import { formatDate, formatInstant } from "../app/format";
import { useProblemText } from "../entity/problem-text";
import { Chip } from "../ui/chip";
import { ConfirmDialog } from "../ui/confirm-dialog";
import { Row, Rows } from "../ui/row";
import { Section } from "../ui/section";
import { type ShareLinkView, shareLinksQuery } from "./share-query";

/** Those that were not withdrawn: for whom, by whom, how long, how often opened. */
export function ShareLinks({ account }: { account: string }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [asked, setAsked] = useState<ShareLinkView>();
  const query = shareLinksQuery(account);
  const links = useQuery({ ...query, throwOnError: false });
  const withdrawing = useSend(
    ({ link }: ShareLinkView) =>
      data(api.DELETE("/api/v1/share-links/{id}", { params: asSeen(link) })),
    { refreshes: [query] },
  );
  const shown = links.data?.filter(({ state }) => state !== "withdrawn");
  if (!shown) return null;
  return (
    <Section title={t("share.links")}>
      {withdrawing.problem && (
        <Alert color="red" role="alert">
          {problemText(withdrawing.problem.code, withdrawing.problem.message)}
        </Alert>
      )}
      {shown.length === 0 && <p className="muted">{t("share.none")}</p>}
      <Rows>
        {shown.map((view) => (
          <Line key={view.link.id} view={view} onWithdraw={() => setAsked(view)} />
        ))}
      </Rows>
      {asked && (
        <ConfirmDialog
          title={t("share.withdrawTitle")}
          confirm={t("share.withdraw")}
          danger
          onConfirm={() => withdrawing.submit(asked)}
          onClose={() => setAsked(undefined)}
        >
          {t("share.withdrawText")}
        </ConfirmDialog>
      )}
    </Section>
  );
}

function Line({ view, onWithdraw }: { view: ShareLinkView; onWithdraw: () => void }) {
  const { t } = useTranslation();
  const { link, creator, state, opened, openedAt, mayWithdraw } = view;
  const audience = t(`choice.Audience.${link.audience}`);
  const on = formatDate(link.expiresOn);
  const made = formatDate(link.createdAt);
  const facts = [
    t("share.by", { name: creator, on: made }),
    link.frozen ? t("share.isFrozen", { on: made }) : t("share.isLive"),
    link.hasPassword && t("share.withPassword"),
    state === "open" && t("share.expires", { on }),
    openedAt
      ? t("share.opened", { count: opened, at: formatInstant(openedAt) })
      : t("share.neverOpened"),
  ];
  return (
    <Row
      done={state !== "open"}
      title={link.recipient || audience}
      mark={<Chip tone={link.audience === "customer" ? "brand" : "line"}>{audience}</Chip>}
      action={
        mayWithdraw && (
          <Button
            size="compact-md"
            variant="subtle"
            color="red"
            aria-label={t("share.withdrawOf", { name: link.recipient || audience })}
            onClick={onWithdraw}
          >
            {t("share.withdraw")}
          </Button>
        )
      }
    >
      {state === "expired" && <b>{t("share.expired", { on })} · </b>}
      {state === "stopped" && <b>{t("share.stopped")} · </b>}
      {facts.filter(Boolean).join(" · ")}
    </Row>
  );
}
