import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, data } from "../api/client";
import { whileOlder } from "../portfolio/portfolio-query";
import { PortfolioSums } from "../portfolio/portfolio-sums";
import { PortfolioTable } from "../portfolio/portfolio-table";

/**
 * The accounts below this one that the reader sees, as the portfolio shows them, and their sums.
 * Nothing where there are none: nothing of a child's plan is in its parent's.
 */
export function Children({ account }: { account: string }) {
  const { t } = useTranslation();
  const children = useQuery({
    queryKey: ["account", account, "children"],
    queryFn: () =>
      data(api.GET("/api/v1/accounts/{account}/children", { params: { path: { account } } })),
    refetchInterval: ({ state }) => whileOlder(state.data?.portfolio),
    throwOnError: false,
  });
  if (!children.data) return null;
  const { portfolio, hidden } = children.data;
  if (portfolio.accounts === 0 && hidden === 0) return null;
  return (
    <section className="card stack" aria-label={t("group.children")}>
      <div className="head">
        <h2>{t("group.children")}</h2>
        {portfolio.accounts > 0 && (
          <Link className="muted no-print" to="/portfolio" search={{ parent: account }}>
            {t("group.inPortfolio")}
          </Link>
        )}
      </div>
      {portfolio.accounts > 0 && (
        <>
          <PortfolioSums portfolio={portfolio} />
          <div className="scroll">
            <PortfolioTable lines={portfolio.lines} below={account} />
          </div>
        </>
      )}
      {hidden > 0 && (
        <p className="muted">
          {/* Sums are told only where there are any. */}
          {t(portfolio.accounts > 0 ? "group.hidden" : "group.onlyHidden", { count: hidden })}
        </p>
      )}
    </section>
  );
}
