import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";

/** Themes of the last twelve months as small columns, with the number as a word. */
export function Themes({ themes }: { themes: Schemas["ThemeTrend"][] }) {
  const { t } = useTranslation();
  if (themes.length === 0) return null;
  const most = Math.max(...themes.flatMap(({ months }) => months), 1);
  return (
    <section className="card">
      <h2 className="small">{t("signal.themes")}</h2>
      <ul>
        {themes.map((trend) => (
          <li key={trend.theme} className="row" style={{ flexWrap: "nowrap" }}>
            <span className="grow">{t(`choice.SignalTheme.${trend.theme}`)}</span>
            <svg className="columns" viewBox="0 0 72 20" width={72} height={20} aria-hidden="true">
              {trend.months.map((count, index) => (
                <rect
                  // biome-ignore lint/suspicious/noArrayIndexKey: a month is its place
                  key={index}
                  x={index * 6}
                  y={20 - (count / most) * 20}
                  width={4}
                  height={(count / most) * 20}
                />
              ))}
            </svg>
            <span className="muted">
              {t("signal.count", { count: trend.signals })}
              {trend.accounts > 1 && ` · ${t("signal.accounts", { count: trend.accounts })}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
