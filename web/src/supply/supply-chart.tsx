import "@mantine/charts/styles.css";
import { LineChart } from "@mantine/charts";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { formatShare } from "../app/format";
import { periodName } from "./period-name";

const colours = ["teal.6", "orange.6", "grape.6", "cyan.7", "pink.6", "lime.7", "gray.6"];

/** Share of supply over time: the account, and each of its product areas. */
export default function SupplyChart({
  supply,
  areas,
}: {
  supply: Schemas["SupplyPage"];
  areas: { id: string; name: string }[];
}) {
  const { t } = useTranslation();
  const points = [supply.series, ...supply.areaSeries.map((series) => series.points)].flat();
  if (points.every(({ total }) => total.share === null))
    return <p className="muted">{t("supply.noHistory")}</p>;
  const named = [
    ...areas,
    ...supply.archivedAreas.map(({ id, name }) => ({ id, name: t("supply.archived", { name }) })),
  ];
  const data = supply.series.map((point) => {
    const row: Record<string, string | number | null> = {
      at: periodName(supply.period, point.startsOn),
      total: point.total.share,
    };
    for (const series of supply.areaSeries)
      row[series.productArea] =
        series.points.find(({ startsOn }) => startsOn === point.startsOn)?.total.share ?? null;
    return row;
  });
  return (
    <LineChart
      h={280}
      data={data}
      dataKey="at"
      withLegend
      connectNulls
      curveType="linear"
      valueFormatter={(value) => formatShare(value)}
      series={[
        { name: "total", label: t("supply.total"), color: "brand.6" },
        ...named
          .filter(({ id }) => supply.areaSeries.some((series) => series.productArea === id))
          .map((area, index) => ({
            name: area.id,
            label: area.name,
            color: colours[index % colours.length] ?? "gray.6",
            strokeDasharray: "4 3",
          })),
      ]}
    />
  );
}
