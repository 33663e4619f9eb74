import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { formatNumber, formatPercent } from "../app/format";
import { termsOf } from "../supply/rest-words";
import { HeatCell } from "../ui/heat-cell";
import type { Cockpit } from "./cockpit-query";
import style from "./share-matrix.module.css";

type Supply = NonNullable<Cockpit["supply"]>;

/** "44", "≈39", "–": a share in whole per cents, whose sign the heading bears. */
const share = ({ share, estimated }: { share: number | null; estimated: boolean }) =>
  share === null ? "–" : `${estimated ? "≈" : ""}${formatPercent(share).replace(/\s*%$/, "")}`;

/** Sites × product areas in small: shares as colour and figure, white spots hatched, totals. */
export function ShareMatrix({
  supply,
  sites,
  areas,
}: {
  supply: Supply;
  sites: Cockpit["sites"];
  areas: Cockpit["productAreas"];
}) {
  const { t } = useTranslation();
  const archived = (list: Schemas["SupplyArchived"][]) =>
    list.map(({ id, name }) => ({ id, name: t("supply.archived", { name }) }));
  const columns = lettered(
    [...areas, ...archived(supply.archivedAreas)].filter(({ id }) =>
      supply.areas.some((line) => line.id === id),
    ),
  );
  const split = [...sites, ...archived(supply.archivedSites)].filter(({ id }) =>
    supply.sites.some((line) => line.id === id),
  );
  const rows: { id: string | null; name: string }[] = [
    ...split,
    ...(supply.sites.some((line) => line.id === null)
      ? [{ id: null, name: t(split.length > 0 ? "supply.notSplit" : "supply.whole") }]
      : []),
  ];
  const { total } = supply.total;
  // What was entered has shares, and nothing to weigh them by.
  const unweighed = total.share === null && supply.cells.some((cell) => cell.share !== null);
  const totalOf = (lines: Supply["sites"], id: string | null) => {
    const line = lines.find((one) => one.id === id);
    return line ? share(line.total) : "";
  };
  const notes = [
    total.estimated && t("cockpit.estimated"),
    supply.cells.some((cell) => cell.white) && t("cockpit.whiteSpot"),
    unweighed && t("supply.noDemand"),
    total.covered < total.total &&
      t("supply.covered", { covered: total.covered, total: total.total }),
    ...supply.otherUnits.map((other) =>
      t(`supply.inUnit.${other.unit}`, { share: `${share(other)}\u00a0%` }),
    ),
  ].filter(Boolean);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what may be wider than the page is reached by keyboard */}
      <section className={style.scroll} aria-label={t("supply.title")} tabIndex={0}>
        <table className={style.matrix}>
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
                  return (
                    <HeatCell
                      key={area.id}
                      share={cell?.share ?? null}
                      white={cell?.white}
                      title={
                        cell &&
                        [
                          t("supply.cell", {
                            volume: formatNumber(cell.volume && Math.round(cell.volume)),
                            demand: formatNumber(cell.demand && Math.round(cell.demand)),
                          }),
                          ...termsOf(cell, t),
                        ].join(" · ")
                      }
                    >
                      {cell ? share(cell) : "–"}
                      {cell && <span className="sr-only"> {termsOf(cell, t).join(", ")}</span>}
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
              <td>{share(total)}</td>
            </tr>
          </tfoot>
        </table>
      </section>
      <p className={style.legend}>
        {columns.map(({ letter, rest }) => `${letter}\u00a0${rest}`).join(" · ")}
        {notes.length > 0 && <br />}
        {notes.join(" · ")}
      </p>
    </>
  );
}

/** Areas bear letters, since their names have no room: their own where all begin with one. */
function lettered(areas: { id: string; name: string }[]) {
  const own = areas.map(({ name }) => /^(\p{L}|\p{N}) (.+)/u.exec(name));
  const letters = own.map((match) => match?.[1]);
  const all = !letters.includes(undefined) && new Set(letters).size === areas.length;
  return areas.map((area, index) => ({
    ...area,
    letter: (all && letters[index]) || String.fromCharCode(97 + (index % 26)),
    rest: (all && own[index]?.[2]) || area.name,
  }));
}
