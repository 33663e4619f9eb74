import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { formatInstant, formatNumber, formatPercent } from "../app/format";
import { periodWithState } from "../supply/period-name";
import { Bar } from "../ui/bar";
import { HealthChip } from "../ui/health-chip";
import { Outcome, shareOf } from "./account-figures";

/** One line an account. `below`: whose children they are, which is not said again. */
export function PortfolioTable({
  lines,
  below,
}: {
  lines: Schemas["PortfolioLine"][];
  below?: string;
}) {
  const { t } = useTranslation();
  return (
    <table className="data portfolio">
      <thead>
        <tr>
          <th scope="col">{t("choice.AboutKind.account")}</th>
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
        {lines.map((line) => {
          const { figures, name, industry, parent, parentName } = line;
          return (
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
                {parent && parent !== below && <div>{t("group.of", { name: parentName })}</div>}
              </th>
              <td>
                <HealthChip health={figures.health} />
              </td>
              <td style={{ minWidth: 120 }}>
                <Bar
                  progress={figures.progress}
                  expected={figures.expected}
                  stale={figures.health === "outdated"}
                  told
                />
                <span className="muted">{formatPercent(figures.progress)}</span>
              </td>
              <td>
                <Outcome line={line} />
              </td>
              <td className="num">
                {shareOf(line)}
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
          );
        })}
      </tbody>
    </table>
  );
}
