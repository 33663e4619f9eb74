import type { TFunction } from "i18next";
import type { Schemas } from "../api/client";
import { formatComputed, formatNumber } from "../app/format";
import { type Box, colours, font, place, type Slide, write } from "./deck-parts";
import { outcomeName } from "./values";

/** How an outcome moved and where it shall be: a chart of PowerPoint's own, the last figures beside it. */
export function courseChart(
  slide: Slide,
  outcome: Schemas["OnePagerOutcome"],
  box: Box,
  t: TFunction,
) {
  const { course, target } = outcome;
  const figures = target === null ? course : [...course, target];
  const span = Math.max(...figures) - Math.min(...figures) || 1;
  const low = Math.min(...figures) - span * 0.15;
  const high = Math.max(...figures) + span * 0.15;
  const labels = course.map((_, index) => String(index + 1));
  const name = outcomeName(outcome, t).replace(/\s+/g, " ");
  const lines = [{ name, labels, values: course }];
  if (target !== null)
    lines.push({
      name: t("slide.deck.targetOf", { name }),
      labels,
      values: course.map(() => target),
    });
  const chart = { ...box, h: box.h - 26 };
  const plot = { x: 0, y: 0, w: 0.78, h: 1 };
  slide.addChart("line", lines, {
    ...place(chart),
    altText: `${name}: ${course.map((value) => formatComputed(value, outcome.decimals)).join(", ")}`,
    layout: plot,
    chartColors: [colours.brand, colours.ok],
    lineSize: 2.5,
    lineDataSymbol: "none",
    valAxisMinVal: low,
    valAxisMaxVal: high,
    valAxisHidden: true,
    valAxisLineShow: false,
    catAxisHidden: true,
    catAxisLineShow: false,
    valGridLine: { style: "none" },
    catGridLine: { style: "none" },
    dataLabelFontFace: font,
    showLegend: false,
    showTitle: false,
  });
  // A point stands in the middle of its part of the axis.
  const width = chart.w * plot.w;
  const heightOf = (value: number) => chart.y + ((high - value) / (high - low)) * chart.h;
  const ends = chart.x + width * (1 - 0.5 / course.length) + 12;
  const beside = (middle: number, height: number): Box => ({
    x: ends,
    y: middle - height / 2,
    w: box.x + box.w - ends,
    h: height,
  });
  const last = course.at(-1) ?? 0;
  const now = heightOf(last);
  write(
    slide,
    beside(now, 36),
    (outcome.estimated ? "≈" : "") + formatComputed(outcome.now ?? last, outcome.decimals),
    { size: 28, bold: true, valign: "middle" },
  );
  if (target !== null) {
    // The two are never written over each other.
    const apart = heightOf(target) <= now ? -1 : 1;
    const middle = Math.abs(heightOf(target) - now) < 28 ? now + apart * 28 : heightOf(target);
    write(slide, beside(middle, 20), t("slide.deck.target", { target: formatNumber(target) }), {
      size: 14,
      bold: true,
      color: colours.ok,
      valign: "middle",
    });
  }
  const below = { y: box.y + box.h - 22, h: 20 };
  const first = chart.x + (width * 0.5) / course.length;
  const look = { size: 14, color: colours.muted };
  write(slide, { x: first, w: 200, ...below }, formatComputed(course[0], outcome.decimals), look);
  write(slide, { x: ends - 112, w: 100, ...below }, t("slide.deck.today"), {
    ...look,
    align: "right",
  });
}
