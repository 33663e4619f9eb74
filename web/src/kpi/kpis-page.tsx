import { Alert, Button } from "@mantine/core";
import { IconChartLine } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { type FormEvent, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { AccountPage } from "../account/account-page";
import { EffectTabs } from "../account/place-tabs";
import { ApiProblem, api, data, type Schemas } from "../api/client";
import { useSend } from "../api/use-send";
import { formatDate, formatNumber } from "../app/format";
import { lazyPart } from "../app/lazy-part";
import { Contributors, WriteButton } from "../app/may";
import { PageTitle } from "../app/page-title";
import { useToday } from "../app/session";
import { Loading } from "../app/shell";
import { useLive } from "../app/use-live";
import { cockpitQuery } from "../cockpit/cockpit-query";
import { ArchivedList } from "../entity/archived-list";
import { useProblemText } from "../entity/problem-text";
import { useEntityForm } from "../entity/use-entity-form";
import { isUnreadable, type NumberEntry, NumberField } from "../number/number-field";
import { AssumedMark } from "../question/assumed-mark";
import { Chip } from "../ui/chip";
import { DayInput } from "../ui/day-input";
import { Empty } from "../ui/empty";
import { type DayEntry, isDay, notADay } from "../ui/read-day";
import { useUnsaved } from "../unsaved/unsaved";
import { ApiTokens } from "./api-tokens";
import { kpiFields } from "./kpi-fields";

const KpiChart = lazyPart(() => import("./kpi-chart"));

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
      <EffectTabs account={account} />
      <div className="row">
        <PageTitle of={cockpit.data.account.name} grow>
          {t("kpi.title")}
        </PageTitle>
        {kpis.data.length > 0 && adding}
      </div>
      {kpis.data.length === 0 && (
        <Empty icon={<IconChartLine />} title={t("kpi.none")} action={adding}>
          {t("kpi.empty")}
        </Empty>
      )}
      {kpis.data.map((view) => (
        <section
          key={view.kpi.id}
          id={view.kpi.id}
          className="card stack"
          aria-label={view.kpi.name}
          tabIndex={-1}
        >
          <div className="head">
            <h2>
              {view.kpi.name} <AssumedMark account={account} id={view.kpi.id} />
            </h2>
            <WriteButton
              variant="subtle"
              onClick={() =>
                open({
                  title: t("kpi.edit"),
                  collection: "/kpis",
                  fields: kpiFields,
                  entity: view.kpi,
                })
              }
            >
              {t("edit")}
            </WriteButton>
          </div>
          <KpiLatest view={view} />
          {view.values.length > 1 && (
            <Suspense fallback={<div style={{ height: 200 }} />}>
              <KpiChart view={view} />
            </Suspense>
          )}
          <KpiEntry kpi={view.kpi} />
        </section>
      ))}
      <ArchivedList parent={`/accounts/${account}`} collections={["/kpis"]} />
      <ApiTokens account={account} kpis={kpis.data.map(({ kpi }) => kpi)} />
      {form}
    </AccountPage>
  );
}

function KpiLatest({ view }: { view: Schemas["KpiView"] }) {
  const { t } = useTranslation();
  const latest = view.values[view.values.length - 1];
  if (!latest) return <p className="muted">{t("kpi.noValues")}</p>;
  return (
    <p id={latest.id} tabIndex={-1}>
      <span className="strong">
        {formatNumber(latest.value)} {view.kpi.unit}
      </span>{" "}
      {view.good !== null && (
        <Chip tone={view.good ? "ok" : "bad"} dot="full">
          {t(view.good ? "kpi.good" : "kpi.bad")}
        </Chip>
      )}{" "}
      <span className="muted">
        {formatDate(latest.on)} {latest.source && `· ${latest.source}`}
      </span>{" "}
      <AssumedMark account={latest.account} id={latest.id} />
    </p>
  );
}

function KpiEntry({ kpi }: { kpi: Schemas["Kpi"] }) {
  const { t } = useTranslation();
  const today = useToday();
  const problemText = useProblemText();
  const [on, setOn] = useState<DayEntry>(today);
  const [value, setValue] = useState<NumberEntry>(null);
  useUnsaved(value !== null);
  const entering = useSend(
    async (entered: number) => {
      if (!isDay(on)) throw new ApiProblem(422, "invalid", "", [{ pointer: "/on", ...notADay }]);
      return data(
        api.PUT("/api/v1/kpis/{id}/values/{date}", {
          params: { path: { id: kpi.id, date: on } },
          body: { value: entered },
        }),
      );
    },
    {
      // What was typed while it was on its way stays.
      onSent: (_, entered) => setValue((now) => (now === entered ? null : now)),
      refreshes: [{ queryKey: ["account", kpi.account] }],
    },
  );
  const { problem } = entering;
  const wrong = problem?.fields[0];
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (value !== null && !isUnreadable(value)) await entering.submit(value);
  };
  return (
    <Contributors>
      <form className="row no-print" noValidate onSubmit={save}>
        <DayInput
          aria-label={`${kpi.name}: ${t("field.on")}`}
          max={today}
          value={on}
          onChange={setOn}
        />
        <NumberField
          aria-label={`${kpi.name}: ${t("field.value")}`}
          placeholder={t("field.value")}
          value={value}
          onChange={setValue}
        />
        <Button type="submit" variant="default" disabled={value === null}>
          {t("kpi.enter")}
        </Button>
        {problem && (
          <Alert color="red" role="alert">
            {problemText(wrong?.code ?? problem.code, wrong?.detail ?? problem.message)}
          </Alert>
        )}
      </form>
    </Contributors>
  );
}
