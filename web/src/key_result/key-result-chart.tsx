import "@mantine/charts/styles.css";
import { LineChart } from "@mantine/charts";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { formatDate, formatPercent } from "../app/format";

/** Progress after each check-in, with the straight line that is expected from start to due date. */
export default function KeyResultChart({ page }: { page: Schemas["KeyResultPage"] }) {
  const { t } = useTranslation();
  const points = [
    { at: Date.parse(page.cycle.startsOn), expected: 0 },
    ...page.chart.map((point) => ({ at: Date.parse(point.on), progress: point.progress })),
    { at: Date.parse(page.due), expected: 1 },
  ].sort((left, right) => left.at - right.at);
  return (
    <LineChart
      h={260}
      data={points}
      dataKey="at"
      withLegend
      connectNulls
      curveType="linear"
      valueFormatter={(value) => formatPercent(value)}
      xAxisProps={{
        type: "number",
        domain: ["dataMin", "dataMax"],
        tickFormatter: (at: number) => formatDate(new Date(at).toISOString().slice(0, 10)),
      }}
      tooltipProps={{
        labelFormatter: (at) =>
          Number.isFinite(Number(at))
            ? formatDate(new Date(Number(at)).toISOString().slice(0, 10))
            : "",
      }}
      series={[
        { name: "progress", label: t("progress"), color: "brand.6" },
        { name: "expected", label: t("expected"), color: "gray.6", strokeDasharray: "5 5" },
      ]}
    />
  );
}
