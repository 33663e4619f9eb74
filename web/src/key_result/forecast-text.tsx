import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { formatNumber, formatPercent, ofUnit } from "../app/format";

/** "Likely 6–9 of 10"; past the target it speaks of time: "reached in about three weeks, 86 %". */
export function ForecastText({ view }: { view: Schemas["KeyResultView"] }) {
  const { t } = useTranslation();
  const { forecast, keyResult } = view;
  if (!forecast) return null;
  const chance = formatPercent(forecast.chance);
  const days = forecast.reachedInDays;
  if (days !== null)
    return (
      <p className="muted">
        {days <= 10
          ? t("forecast.reachedInDays", { count: days, chance })
          : t("forecast.reachedInWeeks", { count: Math.round(days / 7), chance })}
      </p>
    );
  const range = forecastRange(forecast.low, forecast.high);
  if (keyResult.kind === "corridor")
    return (
      <p className="muted">
        {t("forecast.inside", { range, unit: ofUnit(keyResult.unit, " "), chance })}
      </p>
    );
  const stages = keyResult.kind === "stages";
  const target = stages ? 100 : keyResult.target;
  return (
    <p className="muted">
      {t(view.falling ? "forecast.falling" : "forecast.rising", {
        range,
        target: formatNumber(target),
        unit: ofUnit(stages ? "%" : keyResult.unit, " "),
        chance,
      })}
    </p>
  );
}

/** "6–9", "6" where both are the same, "-3 – 2" below zero. */
export function forecastRange(low: number, high: number) {
  if (low === high) return formatNumber(low);
  return `${formatNumber(low)}${low < 0 ? " – " : "–"}${formatNumber(high)}`;
}
