import { Button, SegmentedControl } from "@mantine/core";
import { IconAntennaBars5, IconPlus } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useLocation, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AccountPage } from "../account/account-page";
import { SignalTabs } from "../account/place-tabs";
import { api, data, type Schemas } from "../api/client";
import { LinkButton } from "../app/link-button";
import { Contributors } from "../app/may";
import { PageTitle } from "../app/page-title";
import { Loading } from "../app/shell";
import { useLive } from "../app/use-live";
import { cockpitQuery } from "../cockpit/cockpit-query";
import { ImportLink } from "../import/import-link";
import { StateSentence } from "../sentence/state-sentence";
import { CsvLink, csvAddress } from "../ui/csv-link";
import { Empty } from "../ui/empty";
import { Section } from "../ui/section";
import { EarlyWarning } from "./early-warning";
import { LineLegend, ResponseLine, ResponseWords, ScaleHead, scaleOf } from "./response-line";
import { SignalBoard } from "./signal-board";
import type { SignalView } from "./signal-card";
import { SignalFilter } from "./signal-filter";
import { SignalList, SignalTitle } from "./signal-list";
import { fits, freshFirst, isIn, states, views as ways } from "./signal-search";
import styles from "./signals.module.css";
import { Themes } from "./themes";
import { TriagePanel } from "./triage-panel";
import { useTriage } from "./use-triage";

type State = (typeof states)[number];

/** All signals of an account: as a board, as a list with how long each waited, and by theme. */
export default function BoardPage() {
  const { account } = useParams({ from: "/accounts/$account/signals" });
  const search = useSearch({ from: "/accounts/$account/signals" });
  const hash = useLocation({ select: (location) => location.hash });
  const [more, setMore] = useState(false);
  useLive(account);
  // What narrows narrows all there are.
  const all = more || Boolean(search.theme || search.tag);
  const query = useQuery({
    queryKey: ["account", account, "signals", all],
    placeholderData: keepPreviousData,
    queryFn: () =>
      data(
        api.GET("/api/v1/accounts/{account}/signal-board", {
          params: { path: { account }, query: { all } },
        }),
      ),
  });
  if (!query.data) return <Loading />;
  const named = query.data.signals.some(({ signal }) => signal.id === hash);
  // An old one that the address names is among those that are not told at first.
  const hidden = query.data.answered + query.data.dismissed > 0 && hash !== "" && !named;
  if (hidden && !all && !query.isFetching) setMore(true);
  return (
    <AccountPage account={query.data.account}>
      <Signals board={query.data} loading={query.isFetching} onMore={() => setMore(true)} />
    </AccountPage>
  );
}

function Signals({
  board,
  loading,
  onMore,
}: {
  board: Schemas["SignalBoard"];
  loading: boolean;
  onMore: () => void;
}) {
  const { t } = useTranslation();
  const account = board.account.id;
  const search = useSearch({ from: "/accounts/$account/signals" });
  const navigate = useNavigate();
  const cockpit = useQuery({ ...cockpitQuery(account), throwOnError: false }).data;
  const cycle = cockpit?.cycles.find((view) => view.cycle.id === cockpit.cycle)?.cycle;
  const told = freshFirst(board.signals, (view) => view);
  const shown = told.filter((view) => fits(view, search));
  const inOrder = states.flatMap((state) => shown.filter((view) => isIn(view, state)));
  const triage = useTriage(inOrder.length > 0 ? inOrder : told);
  const scale = scaleOf(shown, board.today, cycle?.startsOn);
  const view = search.view ?? (triage.beside ? "board" : "list");
  const narrowed = Boolean(search.theme || search.tag);
  // Of those that are done the newest are told, and how many there are.
  const count = (state: State) =>
    !narrowed && (state === "answered" || state === "dismissed")
      ? board[state]
      : shown.filter((one) => isIn(one, state)).length;
  const left = (state: State) => count(state) - shown.filter((one) => isIn(one, state)).length;
  const capture = (
    <Contributors>
      <ImportLink account={account} kind="signals" />
      <LinkButton
        to="/capture"
        search={{ account }}
        variant="default"
        leftSection={<IconPlus size={16} stroke={1.75} />}
      >
        {t("capture.title")}
      </LinkButton>
    </Contributors>
  );
  return (
    <>
      <div className="row">
        <PageTitle of={board.account.name} grow>
          {t("inbox.title")}
        </PageTitle>
        <SegmentedControl
          aria-label={t("signal.view.name")}
          value={view}
          onChange={(chosen) =>
            navigate({
              to: ".",
              search: { ...search, view: ways.find((way) => way === chosen) },
              // Which one is looked at stays.
              hash: true,
              hashScrollIntoView: false,
              replace: true,
              resetScroll: false,
            })
          }
          data={ways.map((value) => ({ value, label: t(`signal.view.${value}`) }))}
        />
        {told.length > 0 && <CsvLink file={csvAddress(account, "signals")} of={t("inbox.title")} />}
        {capture}
      </div>
      <SignalTabs account={account} />
      <StateSentence sentence={board.sentence} />
      <SignalFilter search={search} views={told} shown={shown.length} />
      <div className={styles.split}>
        {/* biome-ignore lint/a11y/noStaticElementInteractions: it hears the keys of the titles in it */}
        <div className={styles.main} onKeyDown={triage.walk}>
          {shown.length === 0 && view !== "themes" && (
            <Empty
              icon={<IconAntennaBars5 />}
              title={t(told.length === 0 ? "signal.empty" : "signal.noneHere")}
            >
              {told.length === 0 && t("signal.ask")}
            </Empty>
          )}
          {view === "themes" && <Themes themes={board.themes} account={account} />}
          {shown.length > 0 && view === "board" && (
            <>
              <Responses views={shown} scale={scale} triage={triage} />
              <SignalBoard board={board} views={shown} count={count} triage={triage} />
              {(left("answered") > 0 || left("dismissed") > 0) && (
                <More loading={loading} onMore={onMore} />
              )}
            </>
          )}
          {shown.length > 0 && view === "list" && (
            <>
              <ListHead scale={scale} />
              {states.map((state) => {
                const views = shown.filter((one) => isIn(one, state));
                if (views.length === 0) return null;
                return (
                  <Section
                    key={state}
                    title={t(`signal.group.${state}`)}
                    count={count(state)}
                    tone={state === "waiting" ? "bad" : undefined}
                  >
                    <SignalList views={views} scale={scale} triage={triage} />
                    {left(state) > 0 && <More loading={loading} onMore={onMore} />}
                  </Section>
                );
              })}
            </>
          )}
          <EarlyWarning board={board} />
        </div>
        <TriagePanel views={inOrder} triage={triage} board={board} />
      </div>
    </>
  );
}

function More({ loading, onMore }: { loading: boolean; onMore: () => void }) {
  const { t } = useTranslation();
  return (
    <div>
      <Button variant="default" loading={loading} onClick={onMore}>
        {t("loadMore")}
      </Button>
    </div>
  );
}

/** Above a list: what the lines say, and the time they go through. */
export function ListHead({ scale }: { scale: ReturnType<typeof scaleOf> }) {
  return (
    <div className={styles.listHead}>
      <LineLegend />
      <ScaleHead scale={scale} />
    </div>
  );
}

const mostLines = 8;

/** When the latest were seen and answered; what waits comes last, as it was recorded. */
function Responses({
  views,
  scale,
  triage,
}: {
  views: SignalView[];
  scale: ReturnType<typeof scaleOf>;
  triage: ReturnType<typeof useTriage>;
}) {
  const { t } = useTranslation();
  const waiting = views.filter(({ waits }) => waits).slice(0, mostLines);
  const byDay = (left: SignalView, right: SignalView) =>
    left.signal.createdAt.localeCompare(right.signal.createdAt);
  const done = views.filter(({ waits }) => !waits).sort(byDay);
  const lines = [
    ...done.slice(Math.max(done.length - (mostLines - waiting.length), 0)),
    ...waiting.sort(byDay),
  ];
  return (
    <section className={styles.responses} aria-label={t("signal.responses")}>
      <header>
        <h2>{t("signal.responses")}</h2>
        <LineLegend />
      </header>
      <div className={styles.responsesHead}>
        <ScaleHead scale={scale} />
      </div>
      <ul>
        {lines.map((view) => (
          <li key={view.signal.id} data-waits={view.waits || undefined}>
            <span className={styles.name}>
              <SignalTitle view={view} triage={triage} unnamed />
            </span>
            <ResponseLine view={view} scale={scale} />
            <ResponseWords view={view} />
          </li>
        ))}
      </ul>
    </section>
  );
}
