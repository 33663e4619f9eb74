import { IconBulb } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, data, type Schemas } from "../api/client";
import { formatNumber } from "../app/format";
import { HeatCell } from "../ui/heat-cell";
import legend from "./portfolio-map.module.css";
import style from "./theme-map.module.css";

type Theme = Schemas["SignalTheme"];

/** Impact × likelihood is 25 at most. */
const most = 25;

/**
 * Which themes touch which of the accounts shown, in the last twelve months: the highest priority of
 * their signals, a dot where one waits. Each cell leads to these signals.
 */
export default function ThemeMap({ lines }: { lines: Schemas["PortfolioLine"][] }) {
  const { t } = useTranslation();
  const trends = useQuery({
    queryKey: ["signal-themes"],
    queryFn: () => data(api.GET("/api/v1/signal-themes")),
  });
  const touched = lines.filter(({ detail }) => detail && detail.themes.length > 0);
  const cell = (line: Schemas["PortfolioLine"], theme: Theme) =>
    line.detail?.themes.find((one) => one.theme === theme);
  // In the order of the trends: those of most accounts first.
  const shown = (trends.data ?? []).filter(({ theme }) =>
    touched.some((line) => cell(line, theme)),
  );
  const common = shown.find(
    ({ theme }) =>
      theme !== "other" && touched.filter((line) => cell(line, theme)?.waiting).length > 1,
  );
  const months = Math.max(...shown.flatMap((trend) => trend.months), 1);
  return (
    <section className="card" aria-label={t("portfolio.themes")}>
      <div className="head">
        <h2>{t("portfolio.themes")}</h2>
        <ul className={legend.legend}>
          <li data-mark="waits">{t("portfolio.themeWaits")}</li>
        </ul>
      </div>
      {shown.length === 0 ? (
        <p className="muted">{t("portfolio.noTheme")}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: whoever scrolls by keyboard has to get into it
        <section className={style.scroll} tabIndex={0} aria-label={t("portfolio.themeTable")}>
          <table className={style.themes}>
            <thead>
              <tr>
                <th scope="col">{t("portfolio.highest")}</th>
                {touched.map(({ figures, code, name }) => (
                  <th key={figures.account} scope="col">
                    <Link
                      to="/accounts/$account/signals"
                      params={{ account: figures.account }}
                      title={name}
                    >
                      {code}
                      <span className="sr-only"> {name}</span>
                    </Link>
                  </th>
                ))}
                <th scope="col">{t("portfolio.months")}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ theme, months: counts, signals }) => (
                <tr key={theme}>
                  <th scope="row">
                    <Link to="/portfolio" search={{ theme }}>
                      {t(`choice.SignalTheme.${theme}`)}
                    </Link>
                  </th>
                  {touched.map((line) => {
                    const { figures, name } = line;
                    const one = cell(line, theme);
                    if (!one) return <td key={figures.account} />;
                    const words = [
                      `${name}, ${t(`choice.SignalTheme.${theme}`)}`,
                      one.priority
                        ? t("signal.priority", {
                            score: one.priority.score,
                            band: t(`choice.Band.${one.priority.band}`),
                          })
                        : t("signal.notAssessed"),
                      one.waiting > 0 && t("portfolio.waits", { count: one.waiting }),
                    ];
                    return (
                      <HeatCell
                        key={figures.account}
                        share={one.priority ? one.priority.score / most : 0}
                      >
                        <Link
                          to="/accounts/$account/signals"
                          params={{ account: figures.account }}
                          search={{ view: "list", theme }}
                          className={style.cell}
                          data-waits={one.waiting > 0 || undefined}
                          aria-label={words.filter(Boolean).join(", ")}
                        >
                          {one.priority ? formatNumber(one.priority.score) : "?"}
                        </Link>
                      </HeatCell>
                    );
                  })}
                  <td>
                    <svg
                      className={style.months}
                      width={84}
                      height={18}
                      viewBox="0 0 84 18"
                      role="img"
                      aria-label={t("signal.count", { count: signals })}
                    >
                      <line x1={0} x2={84} y1={16.5} y2={16.5} />
                      {counts.map((count, month) =>
                        count === 0 ? null : (
                          <rect
                            // biome-ignore lint/suspicious/noArrayIndexKey: a month is its place
                            key={month}
                            x={month * 7 + 1}
                            y={16 - (count / months) * 13}
                            width={5}
                            height={(count / months) * 13}
                            rx={1}
                          />
                        ),
                      )}
                    </svg>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {common && (
        <p className={style.note}>
          <IconBulb size={18} stroke={1.75} aria-hidden="true" />
          <span>
            {t("portfolio.common", {
              count: touched.filter((line) => cell(line, common.theme)?.waiting).length,
              theme: t(`choice.SignalTheme.${common.theme}`),
            })}{" "}
            <Link to="/portfolio" search={{ theme: common.theme }}>
              {t("portfolio.showThem")}
            </Link>
          </span>
        </p>
      )}
    </section>
  );
}
