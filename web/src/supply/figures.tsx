import { SegmentedControl } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { formatAmount, formatNumber } from "../app/format";
import type { Named } from "../entity/named";
import { Section } from "../ui/section";
import { shareFigure } from "./share-figure";
import { type CellOpener, type Figures as Numbers, ShareMatrix } from "./share-matrix";

const views = ["share", "volume", "trend"] as const;
type View = (typeof views)[number];

const about = (estimated: boolean) => (estimated ? "≈" : "");

/** The figures of the period as a table: our share, our volume of the demand, or what moved since the period before. */
export function Figures({
  supply,
  sites,
  areas,
  opener,
  isAssumed,
}: {
  supply: Schemas["SupplyPage"];
  sites: Named[];
  areas: Named[];
  opener: CellOpener;
  isAssumed: (record: string) => boolean;
}) {
  const { t } = useTranslation();
  const [view, setView] = useState<View>("share");
  const tell: Record<View, (numbers: Numbers) => ReactNode> = {
    share: shareFigure,
    volume: ({ volume, demand, estimated, unit }) =>
      demand === null ? (
        "–"
      ) : (
        <>
          {about(estimated)}
          {formatAmount(volume, unit)}
          <small>{t("supply.of", { demand: formatAmount(demand, unit) })}</small>
        </>
      ),
    trend: ({ trend }) => {
      if (trend === null) return "–";
      const points = Math.round(trend * 1000) / 10;
      const figure = formatNumber(Math.abs(points));
      if (points === 0) return "±0";
      return points > 0 ? `+${figure}` : `−${figure}`;
    },
  };
  return (
    <Section
      title={t(`supply.figures.${view}`, { before: t(`supply.before.${supply.period}`) })}
      action={
        <SegmentedControl
          aria-label={t("supply.measure")}
          size="xs"
          value={view}
          onChange={(next) => setView(next as View)}
          data={views.map((value) => ({ value, label: t(`supply.view.${value}`) }))}
        />
      }
    >
      <ShareMatrix
        supply={supply}
        sites={sites}
        areas={areas}
        tell={tell[view]}
        opener={opener}
        isAssumed={isAssumed}
      />
    </Section>
  );
}
