import { SegmentedControl } from "@mantine/core";
import { useElementSize } from "@mantine/hooks";
import type { TFunction } from "i18next";
import { type CSSProperties, type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { formatAmount, formatShare } from "../app/format";
import type { Named } from "../entity/named";
import style from "./demand-map.module.css";
import { layOut, textWidth, wordsIn } from "./map-layout";
import { type Column, columnsOf, rowsOf } from "./matrix-lines";
import { restWords, termsOf } from "./rest-words";
import type { CellOpener } from "./share-matrix";

type Cell = Schemas["SupplyCell"];
type Unit = Schemas["SupplyUnit"];

/** Arrow keys go up and down within a column, and to the cell at the same height of the one beside it. */
function walk(event: KeyboardEvent<HTMLElement>) {
  const steps = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
  const step = steps[event.key as keyof typeof steps];
  const at = document.activeElement;
  const column = at?.parentElement;
  if (!step || !column || event.altKey || event.ctrlKey || event.metaKey) return;
  const cellsOf = (of: Element | undefined | null) => [...(of?.querySelectorAll("button") ?? [])];
  const columns = [...event.currentTarget.children];
  const row = cellsOf(column).indexOf(at as HTMLButtonElement);
  const [across = 0, along = 0] = step;
  const there = cellsOf(columns[columns.indexOf(column) + across]);
  const next = there[across === 0 ? row + along : Math.min(row, there.length - 1)];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** While nobody knows how wide the place is. */
const usualWidth = 690;
const heightOf = (blocks: number) => Math.min(540, Math.max(150, 90 * blocks));

/** "≈39,1 %" */
const share = ({ share, estimated }: { share: number | null; estimated: boolean }) =>
  `${estimated ? "≈" : ""}${formatShare(share)}`;

/**
 * The demand as an area: columns as wide as a product area's, cells as high as a site's in it. The
 * blue part is ours, hatched where it is estimated or assumed.
 */
export function DemandMap({
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
  const { ref, width: measured } = useElementSize();
  const width = measured || usualWidth;
  const [wanted, setWanted] = useState<Unit>();
  const known = supply.cells.filter(({ demand }) => (demand ?? 0) > 0);
  const units = (["eur", "pieces"] as const).filter((unit) =>
    known.some((cell) => cell.unit === unit),
  );
  const unit = wanted && units.includes(wanted) ? wanted : (units[0] ?? "eur");
  const shown = known.filter((cell) => cell.unit === unit);
  const rows = rowsOf(supply, sites, t);
  const columns = columnsOf(supply, areas, t)
    .map((area) => ({
      of: area,
      blocks: rows.flatMap((site) => {
        const cell = shown.find((one) => one.site === site.id && one.productArea === area.id);
        return cell ? [{ of: { cell, name: site.name }, demand: cell.demand ?? 0 }] : [];
      }),
    }))
    .filter(({ blocks }) => blocks.length > 0);
  const places = columns.flatMap(({ of, blocks }) =>
    blocks.map(({ of: { cell } }) => `${of.id}/${cell.site ?? ""}`),
  );
  const [chosen, setStop] = useState<string>();
  const stop = chosen !== undefined && places.includes(chosen) ? chosen : undefined;
  const first = places[0];
  const height = heightOf(Math.max(0, ...columns.map(({ blocks }) => blocks.length)));
  const without = supply.cells.length - known.length;
  const hatched = (cell: Cell) =>
    cell.estimated || (cell.record !== null && isAssumed(cell.record));
  return (
    <section className={style.panel} aria-label={t("supply.map")}>
      <header>
        <h2>{t("supply.map")}</h2>
        {units.length > 1 && (
          <SegmentedControl
            aria-label={t("field.unit")}
            size="xs"
            value={unit}
            onChange={(next) => setWanted(next as Unit)}
            data={units.map((value) => ({ value, label: t(`choice.SupplyUnit.${value}`) }))}
          />
        )}
        {columns.length > 0 && (
          <ul className={style.legend}>
            <li>
              <i />
              {t("supply.we")}
            </li>
            <li>
              <i data-of="others" />
              {t("supply.others")}
            </li>
            {shown.some(hatched) && (
              <li>
                <i data-of="estimated" />
                {t("supply.hatched")}
              </li>
            )}
            {shown.some(({ white }) => white) && (
              <li>
                <i data-of="white" />
                {t("supply.whiteSpot")}
              </li>
            )}
          </ul>
        )}
      </header>
      <div ref={ref} className={style.place}>
        {columns.length === 0 ? (
          <p className={style.note}>{t("supply.noMap")}</p>
        ) : (
          <fieldset
            className={`bare ${style.map}`}
            style={{ height: height + 40 }}
            aria-label={sentence(columns, supply, unit, t)}
            onKeyDown={walk}
          >
            {layOut(columns, width, height).map(({ of: area, left, width, blocks }) => (
              <div key={area.id} className={style.column} style={{ left, width }}>
                <Head area={area} width={width} supply={supply} unit={unit} />
                {blocks.map(({ of: { cell, name }, top, height }) => {
                  const ours = width * Math.min(1, cell.share ?? 0);
                  const words = wordsIn(
                    {
                      name,
                      share: share(cell),
                      rest: cell.rest === "unknown" ? "" : restWords(cell, t),
                    },
                    ours,
                    width - ours,
                    height,
                  );
                  const open = opener({ productArea: area.id, site: cell.site }, cell);
                  const said = [
                    `${name}, ${area.name}: ${share(cell)}`,
                    t("supply.ofDemand", {
                      volume: formatAmount(cell.volume, unit),
                      demand: formatAmount(cell.demand, unit),
                    }),
                    ...termsOf(cell, t),
                  ].join(" · ");
                  const place = `${area.id}/${cell.site ?? ""}`;
                  return (
                    <button
                      type="button"
                      key={cell.site ?? "whole"}
                      className={style.cell}
                      data-white={cell.white || undefined}
                      // Whoever may not open it hears what it says all the same.
                      aria-disabled={!open || undefined}
                      data-opens={open ? true : undefined}
                      // Of all cells one is a stop of the tab key; arrows lead to the others.
                      tabIndex={place === (stop ?? first) ? 0 : -1}
                      onFocus={() => setStop(place)}
                      style={{ top: top + 40, height, "--high": `${height}px` } as CSSProperties}
                      onClick={open}
                      title={said}
                    >
                      <span className="sr-only">{said}</span>
                      <span
                        aria-hidden="true"
                        className={style.ours}
                        data-estimated={hatched(cell) || undefined}
                        style={{ width: ours }}
                      >
                        {words.ours.map((line) => (
                          <b key={line}>{line}</b>
                        ))}
                      </span>
                      <span aria-hidden="true" className={style.others}>
                        {words.others.map((line) => (
                          <b key={line}>{line}</b>
                        ))}
                        {words.rest && <small>{words.rest}</small>}
                      </span>
                    </button>
                  );
                })}
              </div>
            ))}
          </fieldset>
        )}
      </div>
      <p className={style.note}>
        {[
          columns.length > 0 && t("supply.mapReads"),
          columns.length > 0 && without > 0 && t("supply.notInMap", { count: without }),
        ]
          .filter(Boolean)
          .join(" ")}
      </p>
    </section>
  );
}

/** What a column is of, as far as there is room for it. */
function Head({
  area,
  width,
  supply,
  unit,
}: {
  area: Column;
  width: number;
  supply: Schemas["SupplyPage"];
  unit: Unit;
}) {
  const { t } = useTranslation();
  const total = supply.areas.find(({ id }) => id === area.id)?.total;
  const told = total?.unit === unit ? total : undefined;
  const name = textWidth(area.name) <= width + 18 ? area.name : area.letter;
  const said = told && [
    t("supply.shareOf", { share: share(told), demand: formatAmount(told.demand, unit) }),
    share(told),
  ];
  return (
    <div className={style.head} title={area.name}>
      <b>{name}</b>
      <small>{said?.find((text) => text.length * 6.4 <= width)}</small>
    </div>
  );
}

const sentence = (
  columns: { of: Column }[],
  supply: Schemas["SupplyPage"],
  unit: Unit,
  t: TFunction,
) =>
  [
    t("supply.map"),
    columns
      .flatMap(({ of }) => {
        const total = supply.areas.find(({ id }) => id === of.id)?.total;
        return total?.unit === unit
          ? `${of.name} ${t("supply.shareOf", {
              share: share(total),
              demand: formatAmount(total.demand, unit),
            })}`
          : of.name;
      })
      .join(", "),
  ].join(": ");
