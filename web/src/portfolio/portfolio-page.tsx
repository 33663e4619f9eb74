import { Checkbox, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, data } from "../api/client";
import { formatInstant, formatNumber, formatPercent, formatShare } from "../app/format";
import { kept } from "../app/kept";
import { PageTitle } from "../app/page-title";
import { Loading } from "../app/shell";
import { Bar, HealthChip } from "../cockpit/bar";
import { Themes } from "../signal/themes";
import { periodWithState } from "../supply/period-name";
import { KeepView } from "./keep-view";
import { Pages } from "./pages";
import { healths, orders, type PortfolioSearch, portfolioQuery } from "./portfolio-query";
import { Quadrants } from "./quadrants";
import { SearchInput } from "./search-input";

const viewsKey = "takt-portfolio-views";
type View = { name: string; search: PortfolioSearch };
const areViews = (value: unknown): value is View[] =>
  Array.isArray(value) &&
  value.every((one) => typeof one?.name === "string" && typeof one.search === "object");
const keptViews = () => kept<View[]>(viewsKey, [], areViews);

/** The accounts by health, outcome, signals, next meeting and agility; never a ranking of people. */
export default function PortfolioPage() {
  const { t } = useTranslation();
  const chosen = useSearch({ from: "/portfolio" });
  const navigate = useNavigate();
  const [views, setViews] = useState(keptViews);
  const choose = (next: PortfolioSearch) =>
    navigate({ to: "/portfolio", search: { ...chosen, page: undefined, ...next } });
  const portfolio = useQuery(portfolioQuery(chosen));
  const themes = useQuery({
    queryKey: ["signal-themes"],
    queryFn: () => data(api.GET("/api/v1/signal-themes")),
  });
  if (!portfolio.data) return <Loading />;
  const { lines, accounts, pages, waiting, share, withoutShare, leftOutNames, older } =
    portfolio.data;
  const keep = (name: string) => {
    const next = [...views.filter((view) => view.name !== name), { name, search: chosen }];
    localStorage.setItem(viewsKey, JSON.stringify(next));
    setViews(next);
  };
  return (
    <div className="page">
      <PageTitle>{t("portfolio.title")}</PageTitle>
      <div className="row no-print">
        <SearchInput value={chosen.search} onSearch={(search) => choose({ search })} />
        <Select
          clearable
          aria-label={t("accounts.filter")}
          placeholder={t("accounts.all")}
          data={healths.map((value) => ({ value, label: t(`choice.Health.${value}`) }))}
          value={chosen.health ?? null}
          onChange={(health) => choose({ health: healths.find((each) => each === health) })}
        />
        <Select
          aria-label={t("portfolio.order")}
          allowDeselect={false}
          data={orders.map((value) => ({ value, label: t(`portfolio.by.${value}`) }))}
          value={chosen.order ?? "health"}
          onChange={(order) => choose({ order: orders.find((each) => each === order) })}
        />
        <Checkbox
          label={t("portfolio.onlyWaiting")}
          checked={chosen.waiting ?? false}
          onChange={(event) => choose({ waiting: event.currentTarget.checked || undefined })}
        />
        <Select
          clearable
          aria-label={t("portfolio.views")}
          placeholder={t("portfolio.views")}
          data={views.map(({ name }) => name)}
          value={null}
          onChange={(name) => {
            const view = views.find((one) => one.name === name);
            if (view) navigate({ to: "/portfolio", search: view.search });
          }}
        />
        <KeepView onKeep={keep} />
      </div>
      <p className="muted">
        {[
          t("portfolio.accounts", { count: accounts }),
          t("portfolio.waiting", { count: waiting }),
          t("portfolio.share", { share: formatShare(share) }),
        ].join(" · ")}
      </p>
      {leftOutNames.length > 0 && (
        <p className="muted">
          {t("portfolio.withoutShare", { names: leftOutNames.join(", ") })}
          {withoutShare > leftOutNames.length &&
            ` ${t("portfolio.more", { count: withoutShare - leftOutNames.length })}`}
        </p>
      )}
      {older > 0 && <p className="muted">{t("portfolio.older", { count: older })}</p>}
      {lines.length === 0 ? (
        <div className="card empty">
          <p>{t("nothingFound")}</p>
        </div>
      ) : (
        <section className="card scroll" aria-label={t("portfolio.title")}>
          <table className="data portfolio">
            <thead>
              <tr>
                <th scope="col">{t("term.account")}</th>
                <th scope="col">{t("portfolio.by.health")}</th>
                <th scope="col">{t("progress")}</th>
                <th scope="col">{t("outcome")}</th>
                <th scope="col">{t("supply.title")}</th>
                <th scope="col">{t("inbox.title")}</th>
                <th scope="col">{t("portfolio.by.meeting")}</th>
                <th scope="col">{t("agility.title")}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map(({ figures, name, industry }) => (
                <tr key={figures.account}>
                  <th scope="row">
                    <Link
                      className="title-link"
                      to="/accounts/$account"
                      params={{ account: figures.account }}
                    >
                      {name}
                    </Link>
                    <div>{industry}</div>
                  </th>
                  <td>
                    <HealthChip health={figures.health} />
                  </td>
                  <td style={{ minWidth: 120 }}>
                    <Bar
                      progress={figures.progress}
                      expected={figures.expected}
                      stale={figures.health === "outdated"}
                    />
                    <span className="muted">{formatPercent(figures.progress)}</span>
                  </td>
                  <td className="num">{formatPercent(figures.effect)}</td>
                  <td className="num">
                    {formatShare(figures.share)}
                    {figures.sharePeriod && figures.shareStartsOn && (
                      <div className="muted">
                        {periodWithState({
                          period: figures.sharePeriod,
                          startsOn: figures.shareStartsOn,
                          running: figures.shareRunning,
                        })}
                        {figures.shareUnit === "pieces" && ` · ${t("choice.SupplyUnit.pieces")}`}
                      </div>
                    )}
                  </td>
                  <td>
                    <Link
                      to="/accounts/$account/signals"
                      params={{ account: figures.account }}
                      className={figures.overdue > 0 ? "poor" : undefined}
                    >
                      {figures.waiting === 0
                        ? "–"
                        : figures.overdue > 0
                          ? t("portfolio.overdue", {
                              waiting: figures.waiting,
                              overdue: figures.overdue,
                            })
                          : figures.waiting}
                    </Link>
                  </td>
                  <td className="muted">
                    {figures.nextMeeting ? formatInstant(figures.nextMeeting) : "–"}
                  </td>
                  <td className="num">
                    <Link to="/accounts/$account/agility" params={{ account: figures.account }}>
                      {figures.agility === null ? "–" : formatNumber(Math.round(figures.agility))}
                    </Link>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <Pages total={pages} page={chosen.page} onChange={(page) => choose({ page })} />
      <div className="two">
        <section className="card" aria-label={t("portfolio.matrix")}>
          <h2>{t("portfolio.matrix")}</h2>
          <Quadrants lines={lines} />
        </section>
        <div className="aside">{themes.data && <Themes themes={themes.data} />}</div>
      </div>
    </div>
  );
}
