import { IconChartLine } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { AccountPage } from "../account/account-page";
import { EffectTabs } from "../account/place-tabs";
import { api, data, type Schemas } from "../api/client";
import { formatDate } from "../app/format";
import { WriteButton } from "../app/may";
import { PageTitle } from "../app/page-title";
import { Loading } from "../app/shell";
import { useLive } from "../app/use-live";
import { cockpitQuery } from "../cockpit/cockpit-query";
import { ArchivedList } from "../entity/archived-list";
import { useEntityForm } from "../entity/use-entity-form";
import { ImportLink } from "../import/import-link";
import { CsvLink, csvAddress } from "../ui/csv-link";
import { Empty } from "../ui/empty";
import { Section } from "../ui/section";
import { Spark } from "../ui/spark";
import { ApiTokens } from "./api-tokens";
import style from "./kpi.module.css";
import { kpiFields } from "./kpi-fields";
import { KpiPanel, KpiState } from "./kpi-panel";
import { boundsOf, targetText, valueText } from "./kpi-words";

type View = Schemas["KpiView"];

/** KPIs of an account: numbers without an end date, entered by hand or fed by other systems. */
export default function KpisPage() {
  const { t } = useTranslation();
  const { account } = useParams({ from: "/accounts/$account/kpis" });
  const [form, open] = useEntityForm();
  useLive(account);
  const cockpit = useQuery(cockpitQuery(account));
  const kpis = useQuery({
    queryKey: ["account", account, "kpis"],
    queryFn: () =>
      data(api.GET("/api/v1/accounts/{account}/kpis-page", { params: { path: { account } } })),
  });
  if (!cockpit.data || !kpis.data) return <Loading />;
  const parent = `/accounts/${account}/kpis` as const;
  const add = () =>
    open({
      title: t("kpi.add"),
      collection: "/kpis",
      parent,
      fields: kpiFields,
      initial: { direction: "up", decimals: 1 },
    });
  const adding = <WriteButton onClick={add}>{t("kpi.add")}</WriteButton>;
  return (
    <AccountPage account={cockpit.data.account}>
      <div className="row">
        <PageTitle of={cockpit.data.account.name} grow>
          {t("kpi.title")}
        </PageTitle>
        {kpis.data.length > 0 && (
          <>
            <CsvLink file={csvAddress(account, "kpi_values")} of={t("kpi.title")} />
            <ImportLink account={account} kind="kpi_values" />
            {adding}
          </>
        )}
      </div>
      <EffectTabs account={account} />
      {kpis.data.length === 0 && (
        <Empty icon={<IconChartLine />} title={t("kpi.none")} action={adding}>
          {t("kpi.empty")}
        </Empty>
      )}
      {kpis.data.length > 1 && <KpiList views={kpis.data} account={account} />}
      <div className={style.panels}>
        {kpis.data.map((view) => (
          <KpiPanel key={view.kpi.id} view={view} onOpen={open} />
        ))}
      </div>
      <ArchivedList parent={`/accounts/${account}`} collections={["/kpis"]} />
      <ApiTokens account={account} kpis={kpis.data.map(({ kpi }) => kpi)} />
      {form}
    </AccountPage>
  );
}

/** All at one glance, each the way to its panel. */
function KpiList({ views, account }: { views: View[]; account: string }) {
  const { t } = useTranslation();
  return (
    <Section title={t("kpi.glance")} count={views.length}>
      <ul className={style.list}>
        {views.map((view) => {
          const { kpi, values, good } = view;
          const latest = values.at(-1);
          return (
            <li key={kpi.id}>
              <Link to="/accounts/$account/kpis" params={{ account }} hash={kpi.id}>
                {kpi.name}
              </Link>
              <b>{latest ? valueText(latest.value, kpi) : "–"}</b>
              <span>
                <KpiState good={good} /> {targetText(kpi, t)}
              </span>
              <KpiSpark view={view} />
              <time dateTime={latest?.on}>{formatDate(latest?.on)}</time>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function KpiSpark({ view: { kpi, values } }: { view: View }) {
  const { t } = useTranslation();
  const { lower, upper } = boundsOf(kpi);
  const [first] = values;
  const last = values.at(-1);
  if (!first || !last || first === last) return <span />;
  return (
    <Spark
      label={t("kpi.fromTo", {
        before: valueText(first.value, kpi),
        now: valueText(last.value, kpi),
      })}
      outcome={{
        readings: values,
        target: lower ?? upper,
        baseline: first.value,
        now: last.value,
        decimals: kpi.decimals,
      }}
    />
  );
}
