import { Alert } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { AccountPage } from "../account/account-page";
import { ChangeDetail, ChangeLine } from "../activity/change-line";
import { api, data, type Schemas } from "../api/client";
import { formatDate, formatDaysAgo, formatNumber, formatPercent } from "../app/format";
import { lazyPart } from "../app/lazy-part";
import { WriteButton } from "../app/may";
import { PageTitle } from "../app/page-title";
import { useToday } from "../app/session";
import { Loading } from "../app/shell";
import { useLive } from "../app/use-live";
import { CheckInForm } from "../check_in/lazy-check-in";
import { asksReason } from "../cycle/asks-reason";
import { ArchivedList } from "../entity/archived-list";
import { optionsOf, shownTo } from "../entity/fields";
import { EntityForm } from "../entity/lazy-form";
import { nameOf } from "../entity/named";
import { RestoreButton } from "../entity/restore-button";
import { Evidence } from "../media/evidence";
import { AssumedMark } from "../question/assumed-mark";
import { Bar } from "../ui/bar";
import { HealthChip } from "../ui/health-chip";
import { Actions } from "./actions";
import { ForecastText } from "./forecast-text";
import { keyResultFields } from "./key-result-fields";
import type { Opened, Page, PartProps } from "./key-result-part";
import { keyResultPageQuery } from "./key-result-query";
import { RollOut } from "./roll-out";
import { useStandpoint, useStartAndTarget } from "./standpoint";
import { Testimonials } from "./testimonials";

const KeyResultChart = lazyPart(() => import("./key-result-chart"));

/** All there is to one key result: chart, roll-out, check-ins, actions, testimonials, history. */
export default function KeyResultPage() {
  const { keyResult } = useParams({ from: "/key-results/$keyResult" });
  const query = useQuery(keyResultPageQuery(keyResult));
  useLive(query.data?.account.id, ["key-result", keyResult]);
  if (!query.data) return <Loading />;
  return <KeyResultView page={query.data} />;
}

function KeyResultView({ page }: { page: Page }) {
  const { t } = useTranslation();
  const today = useToday();
  const [opened, setOpened] = useState<Opened>();
  const standpoint = useStandpoint();
  const { view, people, account } = page;
  const startAndTarget = useStartAndTarget()(view);
  const { keyResult } = view;
  const running = page.cycle.state === "active";
  const team = optionsOf(people);
  const siblings = page.siblings.map(({ id, title }) => ({ value: id, label: title }));
  return (
    <AccountPage account={account}>
      <span className="muted">{page.objective.title}</span>
      <PageTitle of={account.name}>{keyResult.title}</PageTitle>
      <div className="row">
        <HealthChip health={view.health} />
        <AssumedMark account={account.id} id={keyResult.id} />
        <span>{standpoint(view)}</span>
        <span className="muted">
          {startAndTarget && `${startAndTarget} · `}
          {t("progress")} <span className="strong">{formatPercent(view.progress)}</span> ·{" "}
          {t("expectedByNow", { percent: formatPercent(view.expected) })} ·{" "}
          {t("keyResult.due", { date: formatDate(page.due) })} ·{" "}
          {t("keyResult.owner", { name: nameOf(people, keyResult.owner) })}
          {view.daysSilent !== null && ` · ${formatDaysAgo(view.daysSilent)}`}
        </span>
      </div>
      <Bar
        progress={view.progress}
        expected={view.expected}
        stale={view.health === "outdated"}
        told
      />
      <ForecastText view={view} />
      {keyResult.follows !== "check_ins" && (
        <p className="muted">
          {t("keyResult.follows", {
            source: page.kpis.find(({ id }) => id === keyResult.kpi)?.name ?? t("supply.title"),
          })}{" "}
          <Link
            to={
              keyResult.follows === "kpi" ? "/accounts/$account/kpis" : "/accounts/$account/supply"
            }
            params={{ account: account.id }}
          >
            {t("keyResult.source")}
          </Link>
        </p>
      )}
      {keyResult.archivedAt && <ArchivedNotice keyResult={keyResult} />}
      <div className="row no-print">
        {running && !keyResult.archivedAt && (
          <WriteButton onClick={() => setOpened({ checkIn: undefined })}>
            {t("checkIn.title")}
          </WriteButton>
        )}
        {page.cycle.state !== "closed" && (
          <WriteButton
            variant="default"
            onClick={() =>
              setOpened({
                title: t("keyResult.edit"),
                collection: "/key-results",
                fields: shownTo(
                  keyResultFields(
                    team,
                    siblings,
                    optionsOf(page.productAreas),
                    optionsOf(page.allSites),
                    optionsOf(page.kpis),
                  ),
                  "start",
                  view.decimals,
                ),
                hintsPath: `/objectives/${page.objective.id}/key-result-hints`,
                entity: keyResult,
                askReason: asksReason(page.cycle),
              })
            }
          >
            {t("edit")}
          </WriteButton>
        )}
      </div>
      {page.chart.length > 0 && (
        <section className="card" aria-label={t("keyResult.chart")}>
          <Suspense fallback={<div style={{ height: 260 }} />}>
            <KeyResultChart page={page} />
          </Suspense>
        </section>
      )}
      <RollOut view={view} sites={page.allSites} cycle={page.cycle} onOpen={setOpened} />
      <CheckIns page={page} onOpen={setOpened} />
      <Actions page={page} team={team} onOpen={setOpened} />
      <Testimonials page={page} onOpen={setOpened} />
      <History page={page} />
      {opened && "checkIn" in opened && (
        <CheckInForm
          view={view}
          today={today}
          supersedes={opened.checkIn}
          onClose={() => setOpened(undefined)}
        />
      )}
      {opened && !("checkIn" in opened) && (
        <EntityForm {...opened} onClose={() => setOpened(undefined)} />
      )}
      <ArchivedList
        parent={`/accounts/${account.id}`}
        collections={["/actions", "/testimonials", "/site-targets"]}
        only={(entity) => entity.keyResult === keyResult.id}
        name={(entity) =>
          String(entity.title ?? entity.text ?? nameOf(page.allSites, String(entity.site)))
        }
      />
    </AccountPage>
  );
}

function CheckIns({ page, onOpen }: PartProps) {
  const { t } = useTranslation();
  const { keyResult } = page.view;
  const superseded = new Set(page.checkIns.map((checkIn) => checkIn.supersedes));
  return (
    <section className="card">
      <h2>{t("checkIn.all")}</h2>
      {page.checkIns.length === 0 && <p className="muted">{t("checkIn.empty")}</p>}
      <ul className="list">
        {page.checkIns.map((checkIn) => (
          <li
            key={checkIn.id}
            style={superseded.has(checkIn.id) ? { textDecoration: "line-through" } : undefined}
          >
            <div className="row">
              <span className="strong">
                {checkIn.stage !== null
                  ? keyResult.stages[checkIn.stage]?.title
                  : `${formatNumber(checkIn.value)} ${keyResult.unit}`}
              </span>
              <span className="muted">
                {[
                  formatDate(checkIn.effectiveOn),
                  checkIn.site && page.allSites.find(({ id }) => id === checkIn.site)?.name,
                  nameOf(page.people, checkIn.enteredBy),
                  checkIn.confidence !== null &&
                    t("checkIn.confidence", { confidence: checkIn.confidence }),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
              <AssumedMark account={checkIn.account} id={checkIn.id} />
              <span className="grow" />
              {!superseded.has(checkIn.id) && page.cycle.state === "active" && (
                <WriteButton
                  variant="subtle"
                  size="compact-sm"
                  onClick={() => onOpen({ checkIn: checkIn.id })}
                >
                  {t("checkIn.correct")}
                </WriteButton>
              )}
            </div>
            {checkIn.note}
            {checkIn.evidence.map((link) => (
              <Evidence key={link} link={link} />
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

function History({ page }: { page: Page }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const id = page.view.keyResult.id;
  const history = useQuery({
    queryKey: ["key-result", id, "history"],
    enabled: open,
    queryFn: () =>
      data(
        api.GET("/api/v1/accounts/{account}/activity", {
          params: { path: { account: page.account.id }, query: { entity: id } },
        }),
      ),
  });
  return (
    <section className="card no-print">
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <b>{t("history")}</b>
        </summary>
        <ul className="list">
          {history.data?.changes.map((change) => (
            <li key={change.revision}>
              <details>
                <summary>
                  <ChangeLine change={change} people={page.people} />
                </summary>
                <ChangeDetail change={change} names={history.data.names} />
              </details>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

/** Says that the page's key result is in the archive, with the way back. */
function ArchivedNotice({ keyResult }: { keyResult: Schemas["KeyResult"] }) {
  const { t } = useTranslation();
  return (
    <Alert color="orange">
      <div className="row">
        <span className="grow">{t("inArchive", { date: formatDate(keyResult.archivedAt) })}</span>
        <RestoreButton collection="/key-results" entity={keyResult} />
      </div>
    </Alert>
  );
}
