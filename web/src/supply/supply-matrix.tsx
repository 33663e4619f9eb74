import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { formatNumber, formatShare } from "../app/format";
import { AssumedMark } from "../question/assumed-mark";
import { HeatCell } from "../ui/heat-cell";
import { restWords, termsOf } from "./rest-words";

type Supply = Pick<
  Schemas["SupplyPage"],
  "cells" | "sites" | "areas" | "total" | "otherUnits" | "archivedAreas" | "archivedSites"
>;

type Cell = Schemas["SupplyCell"];

/** What activating a cell does; nothing where there is nothing to open. */
export type CellOpener = (
  where: Pick<Cell, "productArea" | "site">,
  cell?: Cell,
) => (() => void) | undefined;

/** A trend of half a point is a trend; less is noise. */
function Trend({ trend }: { trend: number | null }) {
  const { t } = useTranslation();
  if (trend === null || Math.abs(trend) < 0.005) return null;
  const points = formatNumber(Math.round(Math.abs(trend) * 100));
  return (
    <span
      className={trend > 0 ? "good" : "poor"}
      role="img"
      aria-label={t(trend > 0 ? "supply.up" : "supply.down", { points })}
    >
      {trend > 0 ? "▲" : "▼"}
    </span>
  );
}

/** Sites × product areas: the share as colour and number, demand as the bar below, white spaces. */
export function SupplyMatrix({
  supply,
  sites,
  areas,
  account,
  opener,
}: {
  /** Whose cells are marked where they are assumed. */
  account?: string;
  opener?: CellOpener;
  supply: Supply;
  sites: { id: string; name: string }[];
  areas: { id: string; name: string }[];
}) {
  const { t } = useTranslation();
  const archived = (list: Schemas["SupplyArchived"][]) =>
    list.map(({ id, name }) => ({ id, name: t("supply.archived", { name }) }));
  const shownAreas = [...areas, ...archived(supply.archivedAreas)].filter(({ id }) =>
    supply.areas.some((line) => line.id === id),
  );
  const split = [...sites, ...archived(supply.archivedSites)].filter(({ id }) =>
    supply.sites.some((line) => line.id === id),
  );
  const rows = [
    ...split,
    ...(supply.sites.some((line) => line.id === null)
      ? [{ id: null, name: t(split.length > 0 ? "supply.notSplit" : "supply.whole") }]
      : []),
  ];
  const most = Math.max(...supply.cells.map((cell) => cell.demand ?? 0), 1);
  const { total } = supply.total;
  // What was entered has shares, and nothing to weigh them by.
  const unweighed = total.share === null && supply.cells.some((cell) => cell.share !== null);
  const share = (value: number | null, estimated: boolean) => {
    if (value === null) return "–";
    return `${estimated ? "≈" : ""}${formatShare(value)}`;
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what may be wider than the page is reached by keyboard
    <section className="scroll" aria-label={t("supply.title")} tabIndex={0}>
      <table className="matrix">
        <thead>
          <tr>
            <td />
            {shownAreas.map((area) => (
              <th key={area.id} scope="col" title={area.name}>
                {area.name}
              </th>
            ))}
            <th scope="col">{t("supply.total")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((site) => {
            const line = supply.sites.find(({ id }) => id === site.id);
            return (
              <tr key={site.id ?? "whole"}>
                <th scope="row">{site.name}</th>
                {shownAreas.map((area) => {
                  const cell = supply.cells.find(
                    (one) => one.site === site.id && one.productArea === area.id,
                  );
                  const open = opener?.({ productArea: area.id, site: site.id }, cell);
                  if (!cell)
                    return (
                      <td key={area.id}>
                        {open && site.id && (
                          <button
                            type="button"
                            className="plain no-print"
                            aria-label={t("supply.addCell", { site: site.name, area: area.name })}
                            onClick={open}
                          >
                            +
                          </button>
                        )}
                      </td>
                    );
                  const told = (
                    <>
                      {share(cell.share, cell.estimated)} <Trend trend={cell.trend} />
                      <Terms cell={cell} />
                      {account && cell.record && <AssumedMark account={account} id={cell.record} />}
                    </>
                  );
                  return (
                    <HeatCell
                      key={area.id}
                      share={cell.share}
                      white={cell.white}
                      title={[
                        t("supply.cell", {
                          volume: formatNumber(cell.volume && Math.round(cell.volume)),
                          demand: formatNumber(cell.demand && Math.round(cell.demand)),
                        }),
                        ...termsOf(cell, t),
                      ].join(" · ")}
                    >
                      {open ? (
                        <button type="button" className="plain" onClick={open}>
                          <span className="sr-only">
                            {site.name}, {area.name}:{" "}
                          </span>
                          {told}
                        </button>
                      ) : (
                        told
                      )}
                      <i style={{ width: `${((cell.demand ?? 0) / most) * 100}%` }} />
                    </HeatCell>
                  );
                })}
                <td className="sum">
                  {line && share(line.total.share, line.total.estimated)}{" "}
                  <Trend trend={line?.trend ?? null} />
                </td>
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("supply.total")}</th>
            {shownAreas.map((area) => {
              const line = supply.areas.find(({ id }) => id === area.id);
              return (
                <td key={area.id} className="sum">
                  {line && share(line.total.share, line.total.estimated)}{" "}
                  <Trend trend={line?.trend ?? null} />
                </td>
              );
            })}
            <td className="sum strong">
              {share(total.share, total.estimated)}{" "}
              {unweighed && <small className="muted">{t("supply.noDemand")}</small>}
              <Trend trend={supply.total.trend} />
            </td>
          </tr>
        </tfoot>
      </table>
      <p className="muted">
        {[
          ...coverage(total, t),
          supply.cells.some((cell) => cell.white) && t("supply.white"),
          supply.cells.some((cell) => cell.endsSoon) && t("supply.endsSoonMark"),
          supply.cells.some((cell) => cell.ended) && t("supply.endedMark"),
          ...supply.otherUnits.map((other) =>
            t(`supply.inUnit.${other.unit}`, { share: share(other.share, other.estimated) }),
          ),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
    </section>
  );
}

/** Who has the rest, and whether the contract ends soon: in full to hear, in short to see. */
function Terms({ cell }: { cell: Cell }) {
  const { t } = useTranslation();
  const said = termsOf(cell, t);
  if (said.length === 0) return null;
  const rest = cell.rest === "unknown" ? "?" : restWords(cell, t);
  return (
    <>
      <span className="sr-only"> {said.join(", ")}</span>
      {(cell.endsSoon || cell.ended) && (
        <small className={cell.ended ? "mark poor" : "mark"} aria-hidden="true">
          {cell.ended ? "✕" : "◷"}
        </small>
      )}
      {rest && (
        <small className="rest" aria-hidden="true">
          {rest}
        </small>
      )}
    </>
  );
}

/** How far a total can be trusted: what is covered, what is estimated. */
const coverage = (total: Schemas["SupplyTotal"], t: TFunction) => [
  total.estimated && t("supply.estimated"),
  total.covered < total.total &&
    t("supply.covered", { covered: total.covered, total: total.total }),
];
