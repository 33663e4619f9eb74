import { Button } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { formatAmount, formatShare } from "../app/format";
import type { Named } from "../entity/named";
import { Section } from "../ui/section";
import style from "./gap-list.module.css";
import { rowsOf } from "./matrix-lines";
import { termsOf } from "./rest-words";
import type { CellOpener } from "./share-matrix";

type Cell = Schemas["SupplyCell"];

/** Where others supply the most: how much it is, who does, and until when. None of what is archived. */
export function GapList({
  supply,
  sites,
  areas,
  opener,
  first,
}: {
  supply: Schemas["SupplyPage"];
  sites: Named[];
  areas: Named[];
  opener: CellOpener;
  /** How many are shown; the others on demand. */
  first: number;
}) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const rows = rowsOf({ ...supply, archivedSites: [] }, sites, t);
  const gaps = supply.cells
    .flatMap((cell) => {
      const area = areas.find(({ id }) => id === cell.productArea);
      const site = rows.find(({ id }) => id === cell.site);
      const open = cell.open ?? 0;
      return area && site && open > 0 ? [{ cell, open, name: `${site.name}, ${area.name}` }] : [];
    })
    .sort((one, other) => one.cell.unit.localeCompare(other.cell.unit) || other.open - one.open);
  const most = (cell: Cell) => gaps.find((gap) => gap.cell.unit === cell.unit)?.open ?? 1;
  return (
    <Section title={t("supply.gaps")}>
      {gaps.length === 0 && <p className={style.nothing}>{t("supply.noGaps")}</p>}
      <ul className={style.gaps}>
        {gaps.slice(0, all ? undefined : first).map(({ cell, open, name }) => {
          const opens = opener({ productArea: cell.productArea, site: cell.site }, cell);
          return (
            <li key={cell.productArea + cell.site}>
              <div className={style.words}>
                {opens ? (
                  <button type="button" className="plain" onClick={opens}>
                    {name}
                  </button>
                ) : (
                  <b>{name}</b>
                )}
                <p>
                  {[
                    cell.white
                      ? t("supply.whiteSpot")
                      : t("supply.oursIs", {
                          share: `${cell.estimated ? "≈" : ""}${formatShare(cell.share)}`,
                        }),
                    ...termsOf(cell, t),
                  ].join(" · ")}
                </p>
              </div>
              <span className={style.track} aria-hidden="true">
                <i style={{ width: `${(open / most(cell)) * 100}%` }} />
              </span>
              <b className={style.amount}>
                {cell.estimated && "≈"}
                {formatAmount(open, cell.unit)}
              </b>
            </li>
          );
        })}
      </ul>
      {gaps.length > first && (
        <Button
          className="flush"
          variant="subtle"
          size="xs"
          aria-expanded={all}
          onClick={() => setAll(!all)}
        >
          {all ? t("supply.fewerGaps") : t("supply.allGaps", { count: gaps.length })}
        </Button>
      )}
    </Section>
  );
}
