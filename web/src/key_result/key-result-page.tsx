import { Button } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { AccountNav } from "../account/account-nav";
import { ChangeDetail, ChangeLine } from "../activity/change-line";
import { read, type Schemas, send } from "../api/client";
import { formatDate, formatDaysAgo, formatNumber, formatPercent } from "../app/format";
import { Loading, NotFound } from "../app/shell";
import { useLive } from "../app/use-live";
import { CheckInForm } from "../check_in/lazy-check-in";
import { Bar, HealthChip } from "../cockpit/bar";
import { nameOf } from "../cockpit/cockpit-query";
import { ForecastText, useStandpoint } from "../cockpit/objective-card";
import type { EntityFormProps } from "../entity/entity-form";
import { type Field, optionsOf } from "../entity/fields";
import { EntityForm } from "../entity/lazy-form";
import { Evidence } from "../media/evidence";
import { keyResultFields } from "./key-result-fields";
import { keyResultPageQuery } from "./key-result-query";

const KeyResultChart = lazy(() => import("./key-result-chart"));

type Page = Schemas["KeyResultPage"];
type Opened = Omit<EntityFormProps, "onClose"> | { checkIn: string | undefined };

/** All there is to one key result: chart, roll-out, check-ins, actions, testimonials, history. */
export default function KeyResultPage() {
  const { keyResult } = useParams({ from: "/key-results/$keyResult" });
  const query = useQuery(keyResultPageQuery(keyResult));
  useLive(query.data?.account.id, ["key-result", keyResult]);
  if (query.error) return <NotFound />;
  if (!query.data) return <Loading />;
  return <KeyResultView page={query.data} />;
}

function KeyResultView({ page }: { page: Page }) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState<Opened>();
  const standpoint = useStandpoint();
  const { view, people, account } = page;
  const { keyResult } = view;
  const running = page.cycle.state === "active";
  const team = optionsOf(people);
  const siblings = page.siblings.map(({ id, title }) => ({ value: id, label: title }));
  useEffect(() => {
    document.title = `${keyResult.title} · Takt`;
  }, [keyResult.title]);
  return (
    <div className="page narrow">
      <AccountNav account={account} />
      <span className="muted">{page.objective.title}</span>
      <h1>{keyResult.title}</h1>
      <div className="row">
        <HealthChip health={view.health} />
        <span>{standpoint(view)}</span>
        <span className="muted">
          {t("progress")} <span className="strong">{formatPercent(view.progress)}</span> ·{" "}
          {t("expectedByNow", { percent: formatPercent(view.expected) })} ·{" "}
          {t("keyResult.due", { date: formatDate(page.due) })} ·{" "}
          {t("keyResult.owner", { name: nameOf(people, keyResult.owner) })}
          {view.daysSilent !== null && ` · ${formatDaysAgo(view.daysSilent)}`}
        </span>
      </div>
      <Bar progress={view.progress} expected={view.expected} stale={view.health === "outdated"} />
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
      <div className="row no-print">
        {running && (
          <Button onClick={() => setOpened({ checkIn: undefined })}>{t("checkIn.title")}</Button>
        )}
        {page.cycle.state !== "closed" && (
          <Button
            variant="default"
            onClick={() =>
              setOpened({
                title: t("keyResult.edit"),
                collection: "/key-results",
                fields: keyResultFields(
                  team,
                  siblings,
                  optionsOf(page.productAreas),
                  optionsOf(page.allSites),
                  optionsOf(page.kpis),
                ),
                hintsPath: `/objectives/${page.objective.id}/key-result-hints`,
                entity: keyResult,
                askReason: running,
              })
            }
          >
            {t("edit")}
          </Button>
        )}
      </div>
      {page.chart.length > 0 && (
        <section className="card" aria-label={t("keyResult.chart")}>
          <Suspense fallback={<div style={{ height: 260 }} />}>
            <KeyResultChart page={page} />
          </Suspense>
        </section>
      )}
      <RollOut page={page} onOpen={setOpened} />
      <CheckIns page={page} onOpen={setOpened} />
      <Actions page={page} team={team} onOpen={setOpened} />
      <Testimonials page={page} onOpen={setOpened} />
      <History page={page} />
      {opened && "checkIn" in opened && (
        <CheckInForm
          view={view}
          today={page.today}
          supersedes={opened.checkIn}
          onClose={() => setOpened(undefined)}
        />
      )}
      {opened && !("checkIn" in opened) && (
        <EntityForm {...opened} onClose={() => setOpened(undefined)} />
      )}
    </div>
  );
}

interface PartProps {
  page: Page;
  onOpen: (opened: Opened) => void;
}

function RollOut({ page, onOpen }: PartProps) {
  const { t } = useTranslation();
  const { view } = page;
  const sites = optionsOf(page.allSites);
  const fields: Field[] = [
    { name: "site", kind: "reference", required: true, options: sites },
    { name: "target", kind: "number" },
    { name: "told", kind: "whole", min: 0 },
  ];
  const parent = `/key-results/${view.keyResult.id}/site-targets`;
  return (
    <section className="card">
      <div className="head">
        <h2>{t("rollOut.title")}</h2>
        {page.cycle.state !== "closed" && (
          <Button
            variant="subtle"
            size="compact-md"
            onClick={() =>
              onOpen({ title: t("rollOut.add"), collection: "/site-targets", parent, fields })
            }
          >
            {t("rollOut.add")}
          </Button>
        )}
      </div>
      {view.sites.length === 0 ? (
        <p className="muted">{t("rollOut.empty")}</p>
      ) : (
        <div className="scroll">
          <table className="data">
            <thead>
              <tr>
                <th>{t("field.site")}</th>
                <th>{t("field.value")}</th>
                <th>{t("rollOut.told")}</th>
                <th>{t("rollOut.reached")}</th>
              </tr>
            </thead>
            <tbody>
              {view.sites.map((site) => (
                <tr key={site.siteTarget.id}>
                  <td>
                    <button
                      type="button"
                      className="plain"
                      onClick={() =>
                        onOpen({
                          title: site.name,
                          collection: "/site-targets",
                          fields,
                          entity: site.siteTarget,
                        })
                      }
                    >
                      {site.name}
                    </button>
                  </td>
                  <td className="num">
                    {site.stage !== null
                      ? view.keyResult.stages[site.stage]?.title
                      : formatNumber(site.value)}
                    {site.siteTarget.target !== null &&
                      ` / ${formatNumber(site.siteTarget.target)}`}
                  </td>
                  <td className="num">
                    {site.siteTarget.told !== null
                      ? t("rollOut.toldOf", {
                          told: site.siteTarget.told,
                          all: site.purchasers ?? "–",
                        })
                      : "–"}
                  </td>
                  <td>{t(site.reached ? "yes" : "no")}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
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
              <span className="grow" />
              {!superseded.has(checkIn.id) && page.cycle.state === "active" && (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  onClick={() => onOpen({ checkIn: checkIn.id })}
                >
                  {t("checkIn.correct")}
                </Button>
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

function Actions({ page, team, onOpen }: PartProps & { team: { value: string; label: string }[] }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const fields: Field[] = [
    { name: "title", kind: "text", required: true },
    { name: "assignee", kind: "reference", options: team },
    { name: "due", kind: "date" },
    { name: "doneOn", kind: "date" },
    {
      name: "keyResult",
      kind: "reference",
      options: [{ value: page.view.keyResult.id, label: page.view.keyResult.title }],
    },
  ];
  return (
    <section className="card">
      <div className="head">
        <h2>{t("action.all")}</h2>
        <Button
          variant="subtle"
          size="compact-md"
          onClick={() =>
            onOpen({
              title: t("action.add"),
              collection: "/actions",
              parent: `/accounts/${page.account.id}/actions`,
              fields,
              initial: { keyResult: page.view.keyResult.id },
            })
          }
        >
          {t("action.add")}
        </Button>
      </div>
      {page.actions.length === 0 && <p className="muted">{t("action.empty")}</p>}
      <ul className="list">
        {page.actions.map((action) => (
          <li key={action.id} className="row">
            <button
              type="button"
              className="plain grow"
              onClick={() =>
                onOpen({ title: t("action.edit"), collection: "/actions", fields, entity: action })
              }
            >
              {action.title}
              <div className="muted">
                {nameOf(page.people, action.assignee)} · {formatDate(action.due)}
                {action.doneOn && ` · ${t("action.doneOn", { date: formatDate(action.doneOn) })}`}
              </div>
            </button>
            {!action.doneOn && (
              <Button
                variant="default"
                onClick={async () => {
                  await send(
                    "PATCH",
                    `/actions/${action.id}`,
                    { doneOn: page.today },
                    action.version,
                  );
                  await queries.invalidateQueries();
                }}
              >
                {t("action.done")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Testimonials({ page, onOpen }: PartProps) {
  const { t } = useTranslation();
  const sites = optionsOf(page.allSites);
  const nameOfSite = (id: string | null) => sites.find(({ value }) => value === id)?.label;
  const fields: Field[] = [
    { name: "text", kind: "prose", required: true },
    { name: "site", kind: "reference", options: sites },
    { name: "receivedOn", kind: "date" },
    { name: "released", kind: "switch" },
    {
      name: "keyResult",
      kind: "reference",
      options: [{ value: page.view.keyResult.id, label: page.view.keyResult.title }],
    },
  ];
  const useFields: Field[] = [
    { name: "site", kind: "reference", required: true, options: sites },
    { name: "usedOn", kind: "date", required: true },
  ];
  return (
    <section className="card">
      <div className="head">
        <h2>{t("testimonial.all")}</h2>
        <Button
          variant="subtle"
          size="compact-md"
          onClick={() =>
            onOpen({
              title: t("testimonial.add"),
              collection: "/testimonials",
              parent: `/accounts/${page.account.id}/testimonials`,
              fields,
              initial: { keyResult: page.view.keyResult.id, receivedOn: page.today },
            })
          }
        >
          {t("testimonial.add")}
        </Button>
      </div>
      {page.testimonials.length === 0 && <p className="muted">{t("testimonial.empty")}</p>}
      <ul className="list">
        {page.testimonials.map(({ testimonial, uses }) => (
          <li key={testimonial.id}>
            <button
              type="button"
              className="plain"
              onClick={() =>
                onOpen({
                  title: t("testimonial.edit"),
                  collection: "/testimonials",
                  fields,
                  entity: testimonial,
                })
              }
            >
              <q>{testimonial.text}</q>
            </button>
            <div className="row muted">
              {[
                nameOfSite(testimonial.site),
                t(testimonial.released ? "testimonial.released" : "testimonial.notReleased"),
                uses.length > 0 &&
                  t("testimonial.usedAt", {
                    sites: uses.map((use) => nameOfSite(use.site)).join(", "),
                  }),
              ]
                .filter(Boolean)
                .join(" · ")}
              {testimonial.released && (
                <Button
                  variant="subtle"
                  size="compact-sm"
                  onClick={() =>
                    onOpen({
                      title: t("testimonial.use"),
                      collection: "/testimonial-uses",
                      parent: `/testimonials/${testimonial.id}/testimonial-uses`,
                      fields: useFields,
                      initial: { usedOn: page.today },
                    })
                  }
                >
                  {t("testimonial.use")}
                </Button>
              )}
            </div>
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
      read<Schemas["ActivityPage"]>(`/accounts/${page.account.id}/activity`, { entity: id }),
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
