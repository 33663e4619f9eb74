import { Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import {
  IconBuildingFactory2,
  IconDownload,
  IconFileSpreadsheet,
  IconFileTypePdf,
  IconSearch,
  IconTable,
} from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, data, type Schemas } from "../api/client";
import { formatShare } from "../app/format";
import { lazyPart } from "../app/lazy-part";
import { PageTitle } from "../app/page-title";
import { useSession } from "../app/session";
import { Loading } from "../app/shell";
import { StateSentence } from "../sentence/state-sentence";
import { Empty } from "../ui/empty";
import { LazyMenu } from "../ui/lazy-menu";
import { isShareEstimated } from "./account-figures";
import { AccountCards, AccountsTable } from "./accounts-table";
import { Pages } from "./pages";
import { FilterButton, Narrowed } from "./portfolio-filters";
import style from "./portfolio-page.module.css";
import {
  fileAddress,
  narrows,
  type PortfolioSearch,
  portfolioQuery,
  viewsQuery,
} from "./portfolio-query";
import { PortfolioViews } from "./portfolio-views";
import { SearchInput } from "./search-input";

const PortfolioMap = lazyPart(() => import("./portfolio-map"));
const ThemeMap = lazyPart(() => import("./theme-map"));

/** So many accounts have their objectives shown without anybody asking. */
const mostOpen = 8;

/** The accounts by health, outcome, signals, next meeting and agility; never a ranking of people. */
export default function PortfolioPage() {
  const { t } = useTranslation();
  const chosen = useSearch({ from: "/portfolio" });
  const navigate = useNavigate();
  const phone = useMediaQuery("screen and (max-width: 47.99em)", undefined, {
    getInitialValueInEffect: false,
  });
  const choose = (next: PortfolioSearch) =>
    navigate({
      to: "/portfolio",
      search: { ...chosen, page: undefined, ...next },
      replace: true,
      resetScroll: next.page !== undefined,
    });
  const portfolio = useQuery(portfolioQuery({ ...chosen, detail: true }));
  const views = useQuery(viewsQuery);
  const parents = useQuery({
    queryKey: ["accounts", "parents"],
    queryFn: () => data(api.GET("/api/v1/accounts", { params: { query: { parents: true } } })),
  });
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  if (!portfolio.data) return <Loading />;
  const { lines, pages, accounts } = portfolio.data;
  const openAtFirst = lines.length <= mostOpen && !phone;
  const isOpen = (account: string) => folded.has(account) !== openAtFirst;
  const onFold = (account: string) => {
    const next = new Set(folded);
    if (!next.delete(account)) next.add(account);
    setFolded(next);
  };
  const filters = {
    chosen,
    onChoose: choose,
    managers: views.data?.managers ?? [],
    parents: parents.data ?? [],
  };
  const empty = accounts === 0 && !narrows(chosen);
  return (
    <div className="page">
      <div className={style.head}>
        <PageTitle>{t("portfolio.title")}</PageTitle>
        <StateSentence sentence={portfolio.data.sentence} />
      </div>
      {empty ? (
        <NoAccount />
      ) : (
        <>
          <div className={`${style.tools} no-print`}>
            <PortfolioViews views={views.data} chosen={chosen} />
            <div className={style.narrow}>
              {/* Another view searches for something else. */}
              <SearchInput
                key={chosen.search ? "searched" : "all"}
                value={chosen.search}
                onSearch={(search) => choose({ search })}
              />
              <FilterButton {...filters} />
              <LazyMenu
                position="bottom-end"
                button={
                  <Button
                    variant="default"
                    leftSection={<IconDownload size={16} stroke={1.75} aria-hidden="true" />}
                  >
                    {t("asFile")}
                  </Button>
                }
                entries={[
                  {
                    label: t("asPdf"),
                    icon: IconFileTypePdf,
                    file: fileAddress("pdf", chosen),
                  },
                  {
                    label: t("asWorkbook"),
                    icon: IconFileSpreadsheet,
                    file: fileAddress("workbook", chosen),
                  },
                  { label: t("asCsv"), icon: IconTable, file: fileAddress("list", chosen) },
                ]}
              />
            </div>
          </div>
          <Narrowed {...filters} />
          {lines.length === 0 ? (
            <Empty
              icon={<IconSearch />}
              title={t("nothingFound")}
              action={
                <Button
                  variant="default"
                  onClick={() => navigate({ to: "/portfolio", search: {} })}
                >
                  {t("portfolio.showAll")}
                </Button>
              }
            />
          ) : (
            <section className={style.accounts} aria-label={t("portfolio.title")}>
              {phone ? (
                <AccountCards lines={lines} isOpen={isOpen} onFold={onFold} />
              ) : (
                <div className={style.scroll}>
                  <AccountsTable
                    lines={lines}
                    chosen={chosen}
                    onChoose={choose}
                    isOpen={isOpen}
                    onFold={onFold}
                  />
                </div>
              )}
              <Foot portfolio={portfolio.data} />
            </section>
          )}
          <Pages total={pages} page={chosen.page} onChange={(page) => choose({ page })} />
          {lines.length > 0 && (
            <div className={style.maps}>
              <Suspense fallback={<div className={style.coming} />}>
                <PortfolioMap lines={lines} borders={portfolio.data.borders} />
                <ThemeMap lines={lines} />
              </Suspense>
            </div>
          )}
        </>
      )}
    </div>
  );
}

/** Over all accounts that fit: how many, their share and who is missing in it, what waits. */
function Foot({ portfolio }: { portfolio: Schemas["PortfolioPage"] }) {
  const { t } = useTranslation();
  const { accounts, waiting, overdue, share, withoutShare, leftOutNames, older } = portfolio;
  return (
    <footer className={style.foot}>
      <b>{t("portfolio.accounts", { count: accounts })}</b>
      <span className="grow" />
      <span>
        {t("portfolio.wholeShare")} <b>{formatShare(share)}</b>
      </span>
      <span>
        {t("portfolio.waiting", { count: waiting })}
        {overdue > 0 && (
          <>
            , <b className={style.bad}>{t("portfolio.overdueSignals", { count: overdue })}</b>
          </>
        )}
      </span>
      {leftOutNames.length > 0 && (
        <p>
          {t("portfolio.withoutShare", { names: leftOutNames.join(", ") })}
          {withoutShare > leftOutNames.length &&
            ` ${t("portfolio.more", { count: withoutShare - leftOutNames.length })}`}
        </p>
      )}
      {portfolio.lines.some(isShareEstimated) && <p>{t("cockpit.estimated")}</p>}
      {older > 0 && <p>{t("portfolio.older", { count: older })}</p>}
    </footer>
  );
}

/** Nobody sees an account yet: what belongs here, and the one next step of whoever may take it. */
function NoAccount() {
  const { t } = useTranslation();
  const user = useSession()?.user;
  const mayAdd = user && user.role !== "member";
  return (
    <Empty
      icon={<IconBuildingFactory2 />}
      title={t("accounts.none")}
      action={mayAdd && <Link to="/accounts">{t("nav.accounts")}</Link>}
    >
      {t(
        !mayAdd
          ? "accounts.emptyMember"
          : user.role === "head"
            ? "accounts.empty"
            : "accounts.emptyOwn",
      )}
    </Empty>
  );
}
