import "@mantine/charts/styles.css";
import { LineChart } from "@mantine/charts";
import type { Schemas } from "../api/client";
import { formatDate, formatNumber } from "../app/format";

/** A KPI's values over time with its bounds. */
export default function KpiChart({ view }: { view: Schemas["KpiView"] }) {
  const { kpi, values } = view;
  return (
    <LineChart
      h={200}
      data={values.map(({ on, value }) => ({ at: formatDate(on), value }))}
      dataKey="at"
      curveType="linear"
      yAxisProps={{ domain: ["auto", "auto"] }}
      valueFormatter={(value) => `${formatNumber(value)} ${kpi.unit}`}
      referenceLines={[kpi.lower, kpi.upper]
        .filter((bound) => bound !== null)
        .map((bound) => ({ y: bound, label: formatNumber(bound), color: "gray.6" }))}
      series={[{ name: "value", label: kpi.name, color: "brand.6" }]}
    />
  );
}
