import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { formatNumber, formatShare } from "../app/format";
import { HealthChip } from "../ui/health-chip";

/** Over all accounts that fit: how many, how they stand, what waits, their share, and who is missing in it. */
export function PortfolioSums({ portfolio }: { portfolio: Schemas["PortfolioPage"] }) {
  const { t } = useTranslation();
  const { accounts, healths, waiting, share, withoutShare, leftOutNames, older } = portfolio;
  return (
    <>
      <p className="muted">
        {[
          t("portfolio.accounts", { count: accounts }),
          t("portfolio.waiting", { count: waiting }),
          t("portfolio.share", { share: formatShare(share) }),
        ].join(" · ")}
      </p>
      {healths.length > 0 && (
        <div className="row">
          {healths.map((one) => (
            <span key={one.health}>
              {formatNumber(one.accounts)} <HealthChip health={one.health} />
            </span>
          ))}
        </div>
      )}
      {leftOutNames.length > 0 && (
        <p className="muted">
          {t("portfolio.withoutShare", { names: leftOutNames.join(", ") })}
          {withoutShare > leftOutNames.length &&
            ` ${t("portfolio.more", { count: withoutShare - leftOutNames.length })}`}
        </p>
      )}
      {older > 0 && <p className="muted">{t("portfolio.older", { count: older })}</p>}
    </>
  );
}
