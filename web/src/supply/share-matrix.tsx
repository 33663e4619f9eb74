import { IconClock, IconX } from "@tabler/icons-react";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { formatNumber, ofUnit } from "../app/format";
import type { Named } from "../entity/named";
import { HeatCell } from "../ui/heat-cell";
import { columnsOf, rowsOf } from "./matrix-lines";
import { termsOf } from "./rest-words";
import { shareFigure } from "./share-figure";
import style from "./share-matrix.module.css";

type Cell = Schemas["SupplyCell"];

type Supply = Pick<
  Schemas["SupplyPage"],
  "cells" | "sites" | "areas" | "total" | "otherUnits" | "archivedAreas" | "archivedSites"
>;

/** What a cell or a total stands at. */
export type Figures = Pick<Cell, "share" | "volume" | "demand" | "estimated" | "trend" | "unit">;

/** What activating a cell does; nothing where there is nothing to open. */
export type CellOpener = (
  where: Pick<Cell, "productArea" | "site">,
  cell?: Cell,
) => (() => void) | undefined;

/** Sites × product areas: shares as colour, figures, white spaces hatched, totals. */
export function ShareMatrix({
  supply,
  sites,
  areas,
  tell = shareFigure,
  opener,
  isAssumed = () => false,
}: {
  supply: Supply;
  sites: Named[];
  areas: Named[];
  /** Which of its figures a cell shows. */
  tell?: (figures: Figures) => ReactNode;
  opener?: CellOpener;
  /** Whether a record is marked as assumed. */
  isAssumed?: (record: string) => boolean;
}) {
  const { t } = useTranslation();
  const legend = useId();
  const columns = columnsOf(supply, areas, t);
  const rows = rowsOf(supply, sites, t);
  const { total } = supply.total;
  // What was entered has shares, and nothing to weigh them by.
  const unweighed = total.share === null && supply.cells.some((cell) => cell.share !== null);
  const totalOf = (lines: Supply["sites"], id: string | null) => {
    const line = lines.find((one) => one.id === id);
    return line ? tell({ ...line.total, trend: line.trend }) : "";
  };
  const assumed = (cell: Cell) => cell.record !== null && isAssumed(cell.record);
  const notes: ReactNode[] = [
    total.estimated && t("cockpit.estimated"),
    supply.cells.some(assumed) && t("supply.assumedMark"),
    supply.cells.some((cell) => cell.white) && t("cockpit.whiteSpot"),
    opener && supply.cells.some((cell) => cell.endsSoon) && (
      <>
        <Mark of={{ ended: false }} /> {t("supply.endsSoonMark")}
      </>
    ),
    opener && supply.cells.some((cell) => cell.ended) && (
      <>
        <Mark of={{ ended: true }} /> {t("supply.endedMark")}
      </>
    ),
    unweighed && t("supply.noDemand"),
    total.covered < total.total &&
      t("supply.covered", { covered: total.covered, total: total.total }),
    ...supply.otherUnits.map((other) =>
      t(`supply.inUnit.${other.unit}`, { share: `${shareFigure(other)}${ofUnit("%")}` }),
    ),
  ].filter(Boolean);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what may be wider than the page is reached by keyboard */}
      <section className={style.scroll} aria-label={t("supply.title")} tabIndex={0}>
        <table className={style.matrix} aria-describedby={legend}>
          <thead>
            <tr>
              <th scope="col">{t("field.site")}</th>
              {columns.map(({ id, name, letter }) => (
                <th key={id} scope="col" title={name}>
                  <abbr title={name} aria-label={name}>
                    {letter}
                  </abbr>
                </th>
              ))}
              <th scope="col">
                <abbr title={t("supply.total")} aria-label={t("supply.total")}>
                  {t("cockpit.sum")}
                </abbr>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((site) => (
              <tr key={site.id ?? "whole"}>
                <th scope="row" title={site.name}>
                  {site.name}
                </th>
                {columns.map((area) => {
                  const cell = supply.cells.find(
                    (one) => one.site === site.id && one.productArea === area.id,
                  );
                  const open = opener?.({ productArea: area.id, site: site.id }, cell);
                  if (!cell)
                    return (
                      <HeatCell key={area.id} share={null}>
                        {open && site.id ? (
                          <button
                            type="button"
                            className={`${style.open} no-print`}
                            aria-label={t("supply.addCell", { site: site.name, area: area.name })}
                            onClick={open}
                          >
                            +
                          </button>
                        ) : (
                          "–"
                        )}
                      </HeatCell>
                    );
                  const said = termsOf(cell, t);
                  const told = (
                    <>
                      {assumed(cell) ? <u>{tell(cell)}</u> : tell(cell)}
                      {opener && (cell.endsSoon || cell.ended) && <Mark of={cell} />}
                      <span className="sr-only"> {said.join(", ")}</span>
                      {assumed(cell) && <span className="sr-only">{t("assumed.mark")}</span>}
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
                        ...said,
                      ].join(" · ")}
                    >
                      {open ? (
                        <button type="button" className={style.open} onClick={open}>
                          <span className="sr-only">
                            {site.name}, {area.name}:{" "}
                          </span>
                          {told}
                        </button>
                      ) : (
                        told
                      )}
                    </HeatCell>
                  );
                })}
                <td>{totalOf(supply.sites, site.id)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t("supply.total")}</th>
              {columns.map((area) => (
                <td key={area.id}>{totalOf(supply.areas, area.id)}</td>
              ))}
              <td>{tell({ ...total, trend: supply.total.trend })}</td>
            </tr>
          </tfoot>
        </table>
      </section>
      <p className={style.legend} id={legend}>
        {columns.map(({ letter, rest }) => `${letter}\u00a0${rest}`).join(" · ")}
        {notes.length > 0 && <br />}
        {notes.map((note, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what is noted has no other order or name
          <span key={index}>
            {index > 0 && " · "}
            {note}
          </span>
        ))}
      </p>
    </>
  );
}

/** The contract of a cell ends soon, or has ended. */
function Mark({ of: { ended } }: { of: Pick<Cell, "ended"> }) {
  const Icon = ended ? IconX : IconClock;
  return <Icon className={style.mark} size={12} stroke={2} aria-hidden="true" />;
}
