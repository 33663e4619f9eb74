import { Alert, Button } from "@mantine/core";
import { useHotkeys } from "@mantine/hooks";
import { IconPencil } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { AccountPage } from "../account/account-page";
import { ChangeDetail, ChangeLine } from "../activity/change-line";
import { api, data, type Schemas } from "../api/client";
import { formatDate, formatPercent } from "../app/format";
import { MayContext, useMay, WriteButton } from "../app/may";
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
import { AssumedMark } from "../question/assumed-mark";
import { Bar } from "../ui/bar";
import { Chip } from "../ui/chip";
import { HealthChip } from "../ui/health-chip";
import { Actions } from "./actions";
import { CheckIns } from "./check-ins";
import { courseOf } from "./course";
import { amount, CourseChart } from "./course-chart";
import { Facts } from "./facts";
import { ForecastText } from "./forecast-text";
import style from "./key-result.module.css";
import { keyResultFields } from "./key-result-fields";
import type { Opened, Page } from "./key-result-part";
import { keyResultPageQuery } from "./key-result-query";
import { RollOut } from "./roll-out";
import { useStandpoint } from "./standpoint";
import { Testimonials } from "./testimonials";

/** All there is to one key result: chart, roll-out, check-ins, actions, testimonials, history. */
export default function KeyResultPage() {
  const { keyResult } = useParams({ from: "/key-results/$keyResult" });
  const query = useQuery(keyResultPageQuery(keyResult));
  useLive(query.data?.account.id, ["key-result", keyResult]);
  if (!query.data) return <Loading />;
  const { account, cycle } = query.data;
  const view = <KeyResultView page={query.data} />;
  return (
    <AccountPage account={account}>
      {/* A closed cycle can only be read, whoever its reader is. */}
      {cycle.state === "closed" ? <MayContext value={readsOnly}>{view}</MayContext> : view}
    </AccountPage>
  );
}

const readsOnly = { contribute: false, manage: false };

function KeyResultView({ page }: { page: Page }) {
  const { t } = useTranslation();
  const today = useToday();
  const [opened, setOpened] = useState<Opened>();
  const standpoint = useStandpoint();
  const { view, people, account } = page;
  const { keyResult } = view;
  const running = page.cycle.state === "active";
  const closed = page.cycle.state === "closed";
  const team = optionsOf(people);
  const siblings = page.siblings.map(({ id, title }) => ({ value: id, label: title }));
  const checksIn = running && !keyResult.archivedAt;
  const { contribute } = useMay();
  const checkIn = () => setOpened({ checkIn: undefined });
  const rollOut = (
    <RollOut view={view} sites={page.allSites} cycle={page.cycle} onOpen={setOpened} />
  );
  useHotkeys([["c", () => checksIn && contribute && !opened && checkIn()]]);
  return (
    <>
      <header className={style.head}>
        <div className={style.title}>
          <Link
            to="/accounts/$account"
            params={{ account: account.id }}
            search={{ cycle: page.cycle.id }}
            hash={page.objective.id}
            className={style.objective}
          >
            {page.objective.title}
          </Link>
          <PageTitle of={account.name}>{keyResult.title}</PageTitle>
        </div>
        <div className={`${style.does} no-print`}>
          {page.cycle.state !== "closed" && (
            <WriteButton
              variant="subtle"
              leftSection={<IconPencil size={18} stroke={1.75} aria-hidden="true" />}
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
          {checksIn && (
            <WriteButton
              aria-keyshortcuts="c"
              rightSection={
                <span aria-hidden="true">
                  <kbd>C</kbd>
                </span>
              }
              onClick={checkIn}
            >
              {t("checkIn.title")}
            </WriteButton>
          )}
        </div>
      </header>
      {keyResult.archivedAt && <ArchivedNotice keyResult={keyResult} />}
      <div className={style.state}>
        {closed ? (
          <Chip tone="line">
            {t("keyResult.closedWith", {
              cycle: page.cycle.name,
              date: formatDate(page.cycle.closedOn),
            })}
          </Chip>
        ) : (
          <HealthChip health={view.health} />
        )}
        {keyResult.state === "dropped" && <Chip>{t("choice.KeyResultState.dropped")}</Chip>}
        <AssumedMark account={account.id} id={keyResult.id} />
        <span className={style.standpoint}>
          <b>{formatPercent(view.progress)}</b> <span className="muted">{standpoint(view)}</span>
        </span>
        <span className={style.bar}>
          <Bar
            progress={view.progress}
            expected={closed ? undefined : view.expected}
            stale={!closed && view.health === "outdated"}
            told
          />
        </span>
        {closed ? (
          <Link
            to="/cycles/$cycle/review"
            params={{ cycle: page.cycle.id }}
            hash={page.objective.id}
          >
            {t("review.open")}
          </Link>
        ) : (
          <span className="muted">
            {t("expectedByNow", { percent: formatPercent(view.expected) })}
          </span>
        )}
      </div>
      <div className={style.split}>
        <div className={style.main}>
          {page.chart.length > 0 && <CoursePanel page={page} />}
          {view.sites.length > 0 && rollOut}
          <CheckIns key={keyResult.id} page={page} onOpen={setOpened} />
          <Testimonials page={page} onOpen={setOpened} />
          {view.sites.length === 0 && rollOut}
          <History page={page} />
        </div>
        <aside className={style.aside}>
          <Facts page={page} />
          <Actions page={page} team={team} onOpen={setOpened} />
        </aside>
      </div>
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
    </>
  );
}

/** The course as a chart, or with the same figures as a table. */
function CoursePanel({ page }: { page: Page }) {
  const { t } = useTranslation();
  const [table, setTable] = useState(false);
  const id = useId();
  const { points, percent, wanted } = courseOf(page);
  const pointOn = (on: string) => page.chart.find((point) => point.on === on);
  const target = wanted.map((bound) => amount(page, bound)).join(" – ");
  return (
    <section className={style.panel} aria-labelledby={id}>
      <header>
        <h2 id={id}>{t("keyResult.chart")}</h2>
        <Button
          variant="subtle"
          size="compact-sm"
          className="no-print"
          onClick={() => setTable(!table)}
        >
          {t(table ? "keyResult.asChart" : "keyResult.asTable")}
        </Button>
      </header>
      {table ? (
        <table className="data">
          <thead>
            <tr>
              <th>{t("keyResult.day")}</th>
              <th>{t("cockpit.standpoint")}</th>
              {!percent && <th>{t("progress")}</th>}
              <th>{t("keyResult.expected")}</th>
              <th>{t("field.target")}</th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ on, at }) => (
              <tr key={on}>
                <td className="num">{formatDate(on)}</td>
                <td className="num">{amount(page, at)}</td>
                {!percent && <td className="num">{formatPercent(pointOn(on)?.progress)}</td>}
                <td className="num">{formatPercent(pointOn(on)?.expected)}</td>
                <td className="num">{target}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <CourseChart page={page} />
      )}
      <ForecastText view={page.view} />
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
    <section className="no-print">
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <b>{t("history")}</b>
        </summary>
        <ul className="list">
          {history.data?.changes.map((change) => (
            <li key={change.revision}>
              <details>
                <summary>
                  <ChangeLine change={change} people={page.people} measures={history.data} />
                </summary>
                <ChangeDetail
                  change={change}
                  names={history.data.names}
                  keyResults={history.data.keyResults}
                />
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
