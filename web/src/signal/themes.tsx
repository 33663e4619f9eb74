import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { Section } from "../ui/section";
import styles from "./signals.module.css";

/** Themes of the last twelve months as small columns, with the number as a word; of one account each leads to its signals. */
export function Themes({ themes, account }: { themes: Schemas["ThemeTrend"][]; account?: string }) {
  const { t } = useTranslation();
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
            <svg viewBox="0 0 144 32" width={144} height={32} aria-hidden="true">
              {trend.months.map((count, index) => (
                <rect
                  // biome-ignore lint/suspicious/noArrayIndexKey: a month is its place
                  key={index}
                  x={index * 12}
                  y={count > 0 ? 30 - (count / most) * 30 : 30}
                  width={8}
                  height={count > 0 ? (count / most) * 30 + 2 : 2}
                  data-none={count === 0 || undefined}
                />
              ))}
            </svg>
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
