import { Alert, Button, SegmentedControl, Select } from "@mantine/core";
import { IconPackage } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { AccountPage } from "../account/account-page";
import { EffectTabs } from "../account/place-tabs";
import type { Schemas } from "../api/client";
import { LinkButton } from "../app/link-button";
import { Contributors, WriteButton } from "../app/may";
import { PageTitle } from "../app/page-title";
import { Loading } from "../app/shell";
import { useLive } from "../app/use-live";
import { cockpitQuery } from "../cockpit/cockpit-query";
import { ArchivedList } from "../entity/archived-list";
import { ImportLink } from "../import/import-link";
import { CsvLink, csvAddress } from "../ui/csv-link";
import { Empty } from "../ui/empty";
import { useUnsaved } from "../unsaved/unsaved";
import { dropDraft, useDrafts } from "./grid-draft";
import { periodName } from "./period-name";
import { recordName } from "./record-name";
import style from "./supply.module.css";
import { SupplyFigures } from "./supply-figures";
import { SupplyGrid } from "./supply-grid";
import { type Period, supplyQuery } from "./supply-query";

/** Share of supply of an account: the matrix, its history, and the entry of a period. */
export default function SupplyPage() {
  const { t } = useTranslation();
  const { account } = useParams({ from: "/accounts/$account/supply" });
  const search = useSearch({ from: "/accounts/$account/supply" });
  const navigate = useNavigate();
  const [entering, setEntering] = useState(false);
  const drafts = useDrafts(account);
  useUnsaved(drafts.length > 0, { kept: true });
  useLive(account);
  const cockpit = useQuery(cockpitQuery(account));
  const query = useQuery({
    ...supplyQuery(account, search.period, search.at),
    placeholderData: keepPreviousData,
  });
  if (!cockpit.data || !query.data) return <Loading />;
  const supply = query.data;
  const { sites, productAreas } = cockpit.data;
  const empty = supply.periods.length === 0;
  const period: Period = search.period ?? supply.period;
  const at = search.at ?? supply.startsOn;
  const choose = (next: { period?: Period; at?: string }) =>
    navigate({ to: "/accounts/$account/supply", params: { account }, search: next });
  // What is known is seldom the past: the running period, unless one was chosen.
  const enter = () => {
    if (!search.at) choose({ period: supply.entryPeriod, at: supply.entryStartsOn });
    setEntering(true);
  };
  return (
    <AccountPage account={cockpit.data.account}>
      <div className="row">
        <PageTitle of={cockpit.data.account.name} grow>
          {t("supply.title")}
        </PageTitle>
        <div className={style.controls}>
          <SegmentedControl
            aria-label={t("supply.period")}
            value={period}
            onChange={(next) => choose({ period: next as Period })}
            data={(["month", "quarter", "year"] as const).map((value) => ({
              value,
              label: t(`choice.Period.${value}`),
            }))}
          />
          <Select
            className={style.at}
            aria-label={t("supply.at")}
            allowDeselect={false}
            data={supply.choices.map((value) => ({ value, label: periodName(period, value) }))}
            value={at}
            onChange={(next) => choose({ period, at: next ?? undefined })}
          />
          {!empty && <CsvLink file={csvAddress(account, "supply")} of={t("supply.title")} />}
          {productAreas.length > 0 && !empty && !entering && (
            <Contributors>
              <LinkButton variant="default" to="/first-run" search={{ account, step: "share" }}>
                {t("paste.supply.open")}
              </LinkButton>
              <ImportLink account={account} kind="supply" />
            </Contributors>
          )}
          {productAreas.length > 0 && (entering || !empty) && (
            <WriteButton
              variant={entering ? "default" : "filled"}
              disabled={query.isPlaceholderData}
              onClick={() => (entering ? setEntering(false) : enter())}
            >
              {t(entering ? "supply.done" : "supply.enter")}
            </WriteButton>
          )}
        </div>
      </div>
      <EffectTabs account={account} />
      {productAreas.length === 0 && (
        <Empty
          icon={<IconPackage />}
          title={t("supply.areasFirst")}
          action={
            <LinkButton
              to="/accounts/$account/customer"
              params={{ account }}
              search={{ tab: "sites" }}
            >
              {t("settings.add.areas")}
            </LinkButton>
          }
        >
          {t("supply.noAreas")}
        </Empty>
      )}
      {drafts
        .filter((draft) => !entering || draft.period !== period || draft.startsOn !== at)
        .map((draft) => (
          <Alert key={draft.period + draft.startsOn} color="orange" role="status">
            <div className="row">
              <span className="grow">
                {t("supply.draft", {
                  count: Object.keys(draft.typed).length,
                  period: periodName(draft.period as Period, draft.startsOn),
                })}
              </span>
              <WriteButton
                variant="default"
                onClick={() => {
                  choose({ period: draft.period as Period, at: draft.startsOn });
                  setEntering(true);
                }}
              >
                {t("supply.goOn")}
              </WriteButton>
              <Button variant="subtle" onClick={() => dropDraft(draft)}>
                {t("supply.discard")}
              </Button>
            </div>
          </Alert>
        ))}
      {entering && (
        <section className={`${style.panel} ${style.enter}`} aria-label={t("supply.enter")}>
          <h2>{t("supply.enterFor", { period: periodName(period, at) })}</h2>
          {query.isPlaceholderData ? (
            <Loading />
          ) : (
            <SupplyGrid
              key={period + at}
              account={account}
              supply={supply}
              period={period}
              startsOn={at}
              sites={sites}
              areas={productAreas}
            />
          )}
        </section>
      )}
      {empty && supply.keptBy && !entering && (
        <Empty
          icon={<IconPackage />}
          title={t(`supply.noneBy.${period}`)}
          action={
            <Button onClick={() => choose({ period: supply.keptBy ?? undefined })}>
              {t(`supply.showBy.${supply.keptBy}`)}
            </Button>
          }
        >
          {t(`supply.keptBy.${supply.keptBy}`)}
        </Empty>
      )}
      {empty && !supply.keptBy && productAreas.length > 0 && !entering && (
        <Empty
          icon={<IconPackage />}
          title={t("supply.none")}
          action={
            <div className="row">
              <WriteButton onClick={enter}>{t("supply.enter")}</WriteButton>
              <Contributors>
                <LinkButton variant="default" to="/first-run" search={{ account, step: "share" }}>
                  {t("paste.supply.open")}
                </LinkButton>
                <ImportLink account={account} kind="supply" />
              </Contributors>
            </div>
          }
        >
          {t("supply.empty")}
        </Empty>
      )}
      {!empty && <SupplyFigures supply={supply} cockpit={cockpit.data} />}
      <ArchivedList
        parent={`/accounts/${account}`}
        collections={["/supply-records"]}
        name={(record) =>
          recordName(
            record as unknown as Schemas["SupplyRecord"],
            [...sites, ...supply.archivedSites],
            [...productAreas, ...supply.archivedAreas],
          )
        }
      />
    </AccountPage>
  );
}
