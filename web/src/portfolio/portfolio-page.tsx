import { Checkbox, Select } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { api, data } from "../api/client";
import { kept } from "../app/kept";
import { PageTitle } from "../app/page-title";
import { Loading } from "../app/shell";
import { optionsOf } from "../entity/fields";
import { StateSentence } from "../sentence/state-sentence";
import { Themes } from "../signal/themes";
import { Empty } from "../ui/empty";
import { KeepView } from "./keep-view";
import { Pages } from "./pages";
import { healths, orders, type PortfolioSearch, portfolioQuery } from "./portfolio-query";
import { PortfolioSums } from "./portfolio-sums";
import { PortfolioTable } from "./portfolio-table";
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
  const parents = useQuery({
    queryKey: ["accounts", "parents"],
    queryFn: () => data(api.GET("/api/v1/accounts", { params: { query: { parents: true } } })),
  });
  if (!portfolio.data) return <Loading />;
  const { lines, pages } = portfolio.data;
  const keep = (name: string) => {
    const next = [...views.filter((view) => view.name !== name), { name, search: chosen }];
    localStorage.setItem(viewsKey, JSON.stringify(next));
    setViews(next);
  };
  return (
    <div className="page">
      <PageTitle>{t("portfolio.title")}</PageTitle>
      <StateSentence sentence={portfolio.data.sentence} />
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
        {(chosen.parent || (parents.data && parents.data.length > 0)) && (
          <Select
            clearable
            searchable
            aria-label={t("portfolio.parent")}
            placeholder={t("portfolio.parent")}
            nothingFoundMessage={t("nothingFound")}
            data={optionsOf(parents.data ?? [])}
            value={chosen.parent ?? null}
            onChange={(parent) => choose({ parent: parent ?? undefined })}
          />
        )}
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
      <PortfolioSums portfolio={portfolio.data} />
      {lines.length === 0 ? (
        <Empty icon={<IconSearch />} title={t("nothingFound")} />
      ) : (
        <section className="card scroll" aria-label={t("portfolio.title")}>
          <PortfolioTable lines={lines} />
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
