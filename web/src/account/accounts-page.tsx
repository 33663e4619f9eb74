import { SegmentedControl } from "@mantine/core";
import { IconBuildingFactory2 } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useLocation, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { formatDate, formatPercent } from "../app/format";
import { LinkButton } from "../app/link-button";
import { PageTitle } from "../app/page-title";
import { useSession } from "../app/session";
import { Loading } from "../app/shell";
import { ArchivedList } from "../entity/archived-list";
import { healthWords } from "../portfolio/health-words";
import { Pages } from "../portfolio/pages";
import { healths, type PortfolioSearch, portfolioQuery } from "../portfolio/portfolio-query";
import { SearchInput } from "../portfolio/search-input";
import { Bar } from "../ui/bar";
import { Empty } from "../ui/empty";
import { HealthChip } from "../ui/health-chip";
import { HandedOverNotice } from "./handed-over";

const filters = ["all", ...healths] as const;

/** The accounts that one sees, by name, with how they stand. */
export default function AccountsPage() {
  const { t } = useTranslation();
  const user = useSession()?.user;
  const chosen = useSearch({ from: "/accounts" });
  const navigate = useNavigate();
  const choose = (next: PortfolioSearch) =>
    navigate({
      to: "/accounts",
      search: { ...chosen, page: undefined, ...next },
      replace: true,
      resetScroll: next.page !== undefined,
    });
  const handedOver = useLocation({ select: (location) => location.state.handedOver });
  const accounts = useQuery(portfolioQuery({ ...chosen, order: "name" }));
  if (!accounts.data) return <Loading />;
  const mayAdd = user && user.role !== "member";
  // The head of KAM sees all accounts, everybody else their own.
  const seesAll = user?.role === "head";
  const { lines, pages } = accounts.data;
  const none = lines.length === 0 && !chosen.search && !chosen.health && !chosen.page;
  const add = mayAdd && (
    <div className="row">
      <LinkButton variant="default" to="/accounts/import">
        {t("accounts.fromTable")}
      </LinkButton>
      <LinkButton to="/first-run">{t("accounts.add")}</LinkButton>
    </div>
  );
  return (
    <div className="page">
      <div className="row">
        <PageTitle grow>{t("nav.accounts")}</PageTitle>
        {!none && add}
      </div>
      {handedOver && <HandedOverNotice {...handedOver} />}
      {none && handedOver ? (
        add
      ) : none ? (
        <Empty icon={<IconBuildingFactory2 />} title={t("accounts.none")} action={add}>
          {t(!mayAdd ? "accounts.emptyMember" : seesAll ? "accounts.empty" : "accounts.emptyOwn")}
        </Empty>
      ) : (
        <>
          <div className="row">
            <SearchInput value={chosen.search} onSearch={(search) => choose({ search })} />
            <div className="scroll">
              <SegmentedControl
                aria-label={t("accounts.filter")}
                value={chosen.health ?? "all"}
                onChange={(health) => choose({ health: healths.find((each) => each === health) })}
                data={filters.map((value) => ({
                  value,
                  label: value === "all" ? t("accounts.all") : t(`choice.Health.${value}`),
                }))}
              />
            </div>
          </div>
          {lines.length === 0 && <p className="muted">{t("nothingFound")}</p>}
          <ul className="list stack">
            {lines.map((line) => (
              <li key={line.figures.account} className="card">
                <AccountCard line={line} />
              </li>
            ))}
          </ul>
          <Pages total={pages} page={chosen.page} onChange={(page) => choose({ page })} />
        </>
      )}
      {mayAdd && <ArchivedList collections={["/accounts"]} />}
    </div>
  );
}

function AccountCard({ line }: { line: Schemas["PortfolioLine"] }) {
  const { t } = useTranslation();
  const { account, health, progress, expected, lastCheckIn } = line.figures;
  return (
    <>
      <div className="row">
        <Link to="/accounts/$account" params={{ account }} className="title-link">
          <h2>{line.name}</h2>
        </Link>
        <HealthChip health={health}>{healthWords(line.figures, t)}</HealthChip>
        <span className="grow" />
        <span className="muted">{line.managers.join(", ")}</span>
      </div>
      <p className="muted">
        {[
          line.industry,
          line.parent && t("group.of", { name: line.parentName }),
          line.cycle,
          t("accounts.lastCheckIn", { date: formatDate(lastCheckIn) }),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <div className="row">
        <Bar progress={progress} expected={expected} stale={health === "outdated"} told />
        <span className="strong">{formatPercent(progress)}</span>
      </div>
    </>
  );
}
