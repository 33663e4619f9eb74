import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { useToday } from "../app/session";
import { periodName, shortPeriod } from "../supply/period-name";
import { Section } from "../ui/section";
import styles from "./signals.module.css";

/** The twelve months up to today's, by their first days. */
const lastMonths = (today: string) =>
  Array.from({ length: 12 }, (_, place) => {
    const month = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 12 + place;
    return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}-01`;
  });

/** Themes of the last twelve months as small columns, with the number as a word; of one account each leads to its signals. */
export function Themes({ themes, account }: { themes: Schemas["ThemeTrend"][]; account?: string }) {
  const { t } = useTranslation();
  const months = lastMonths(useToday());
  const most = Math.max(...themes.flatMap(({ months }) => months), 1);
  return (
    <Section title={t("signal.themes")}>
      {themes.length === 0 && <p className={styles.none}>{t("signal.noTheme")}</p>}
      <ul className={styles.themes}>
        {themes.map((trend) => (
          <li key={trend.theme}>
            {account ? (
              <Link
                className={styles.link}
                to="/accounts/$account/signals"
                params={{ account }}
                search={{ view: "list", theme: trend.theme }}
              >
                {t(`choice.SignalTheme.${trend.theme}`)}
              </Link>
            ) : (
              <span>{t(`choice.SignalTheme.${trend.theme}`)}</span>
            )}
            <div className={styles.months}>
              <svg viewBox="0 0 144 32" width={144} height={32} aria-hidden="true">
                {trend.months.map((count, index) => (
                  <g key={months[index]}>
                    <title>
                      {`${periodName("month", months[index] ?? "")}: ${t("signal.count", { count })}`}
                    </title>
                    {/* Where to point at: a month without a signal, too. */}
                    <rect x={index * 12 - 2} width={12} height={32} data-place />
                    <rect
                      x={index * 12}
                      y={count > 0 ? 30 - (count / most) * 30 : 30}
                      width={8}
                      height={count > 0 ? (count / most) * 30 + 2 : 2}
                      data-none={count === 0 || undefined}
                    />
                  </g>
                ))}
              </svg>
              <small aria-hidden="true">
                <span>{shortPeriod("month", months[0] ?? "")}</span>
                <span>{shortPeriod("month", months[11] ?? "")}</span>
              </small>
            </div>
            <span>
              {t("signal.count", { count: trend.signals })}
              {trend.accounts > 1 && ` · ${t("signal.accounts", { count: trend.accounts })}`}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
