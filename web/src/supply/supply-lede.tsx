import { Link } from "@tanstack/react-router";
import { Trans, useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { formatAmount, formatNumber, formatShare } from "../app/format";
import { useToday } from "../app/session";
import { periodWithState } from "./period-name";
import style from "./supply.module.css";

/** What the customer buys in the period, how much of it comes from us, and what the target lacks. */
export function SupplyLede({
  account,
  supply,
}: {
  account: Schemas["Account"];
  supply: Schemas["SupplyPage"];
}) {
  const { t } = useTranslation();
  const today = useToday();
  const { demand, share, estimated, unit } = supply.total.total;
  const { target, sinceYear, period } = supply;
  if (demand === null || share === null) return null;
  const points = Math.round(Math.abs(sinceYear ?? 0) * 1000) / 10;
  const moved = points === 0 ? "held" : (sinceYear ?? 0) > 0 ? "rose" : "fell";
  return (
    <p className={style.lede}>
      <Trans
        i18nKey={`supply.lede.${supply.endsOn < today ? "bought" : "buys"}`}
        values={{
          customer: account.name,
          period: t(`supply.in.${period}`, { name: periodWithState(supply) }),
          demand: t(`supply.worth.${unit}`, { amount: formatAmount(demand, unit) }),
          areas: t("supply.inAreas", { count: supply.areas.length }),
          share: `${estimated ? "≈" : ""}${formatShare(share)}`,
        }}
        components={{ b: <b /> }}
      />
      {typeof sinceYear === "number" &&
        t(`supply.lede.${moved}`, { count: points, points: formatNumber(points) })}
      {". "}
      {target && (
        <Trans
          i18nKey={`supply.lede.${target.missing === null ? "target" : "missing"}`}
          values={{
            share: formatShare(target.share),
            missing: formatAmount(target.missing, unit),
            per: t(`supply.per.${period}`),
          }}
          components={{
            b: <b />,
            objective: (
              <Link
                to="/accounts/$account"
                params={{ account: account.id }}
                hash={target.objective}
                title={target.title}
              />
            ),
          }}
        />
      )}
    </p>
  );
}
