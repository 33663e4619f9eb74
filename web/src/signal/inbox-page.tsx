import { Button } from "@mantine/core";
import { IconAntennaBars5 } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { contributedQuery } from "../account/contributed-query";
import { api, data, type Schemas } from "../api/client";
import { LinkButton } from "../app/link-button";
import { MayContext } from "../app/may";
import { PageTitle } from "../app/page-title";
import { Loading } from "../app/shell";
import { Empty } from "../ui/empty";
import { ListHead } from "./board-page";
import { scaleOf } from "./response-line";
import { SignalFilter } from "./signal-filter";
import { SignalList } from "./signal-list";
import { fits, freshFirst } from "./signal-search";
import styles from "./signals.module.css";
import { TriagePanel } from "./triage-panel";
import { useTriage } from "./use-triage";

/** What waits for an answer across my accounts, one after the other. */
export default function InboxPage() {
  const inbox = useQuery({
    queryKey: ["inbox"],
    refetchInterval: 30_000,
    queryFn: () => data(api.GET("/api/v1/signals")),
  });
  const contributed = useQuery(contributedQuery);
  if (!inbox.data || !contributed.data) return <Loading />;
  return <Waiting inbox={inbox.data} writable={contributed.data.map(({ id }) => id)} />;
}

function Waiting({ inbox, writable }: { inbox: Schemas["Inbox"]; writable: string[] }) {
  const { t } = useTranslation();
  const search = useSearch({ from: "/signals" });
  const { waiting, overdue } = inbox;
  const lines = freshFirst(inbox.lines, ({ view }) => view);
  const views = lines.map(({ view }) => view);
  const shown = views.filter((view) => fits(view, search));
  const triage = useTriage(shown);
  const accountOf = (view: { signal: Schemas["Signal"] }) =>
    lines.find((line) => line.view.signal.id === view.signal.id)?.accountName ?? "";
  const scale = scaleOf(shown, inbox.today);
  const capture = writable.length > 0 && (
    <LinkButton to="/capture">{t("capture.title")}</LinkButton>
  );
  const { chosen } = triage;
  return (
    <div className="page">
      <div className="row">
        <PageTitle grow>{t("inbox.title")}</PageTitle>
        <Button component={Link} to="/market" variant="default">
          {t("market.title")}
        </Button>
        {lines.length > 0 && capture}
      </div>
      {waiting > 0 && (
        <p className={styles.lede}>
          {t("inbox.waiting", { count: waiting })}
          {overdue > 0 && (
            <>
              {", "}
              <b className="poor">{t("inbox.overdue", { count: overdue })}</b>
            </>
          )}
          . <span className={styles.keys}>{t("inbox.keys")}</span>
        </p>
      )}
      {lines.length === 0 && (
        <Empty icon={<IconAntennaBars5 />} title={t("inbox.empty")} action={capture}>
          {t("signal.ask")}
        </Empty>
      )}
      <SignalFilter search={search} views={views} shown={shown.length} />
      {lines.length > 0 && (
        <div className={styles.split}>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: it hears the keys of the titles in it */}
          <div className={styles.main} onKeyDown={triage.walk}>
            {shown.length === 0 && <p className={styles.none}>{t("signal.noneHere")}</p>}
            {shown.length > 0 && (
              <>
                <ListHead scale={scale} />
                <SignalList views={shown} scale={scale} triage={triage} accountOf={accountOf} />
              </>
            )}
          </div>
          <MayContext
            value={{
              contribute: chosen !== undefined && writable.includes(chosen.signal.account),
              manage: false,
            }}
          >
            <TriagePanel views={shown} triage={triage} accountName={chosen && accountOf(chosen)} />
          </MayContext>
        </div>
      )}
    </div>
  );
}
