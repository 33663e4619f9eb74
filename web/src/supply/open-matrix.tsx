import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { useMay } from "../app/may";
import { type Named, nameOf } from "../entity/named";
import { useEntityForm } from "../entity/use-entity-form";
import { periodName } from "./period-name";
import { type CellOpener, SupplyMatrix } from "./supply-matrix";
import { supplyRecordFields } from "./supply-record-fields";

type SupplyRecord = Schemas["SupplyRecord"];

/** What earlier records say of a cell where its own leaves it open. */
function heldBefore(cell: Schemas["SupplyCell"] | undefined, record: SupplyRecord) {
  if (!cell) return {};
  const { rest, competitor, contractEnd } = cell;
  return {
    ...(rest && !record.rest && { rest, competitor }),
    ...(contractEnd && !record.contractEnd && { contractEnd }),
  };
}

/** The matrix of a period; a cell opens its record, or begins one. */
export function OpenMatrix({
  account,
  supply,
  sites,
  areas,
}: {
  account: string;
  supply: Schemas["SupplyPage"];
  sites: Named[];
  areas: Named[];
}) {
  const { t } = useTranslation();
  const { contribute } = useMay();
  const [form, open] = useEntityForm();
  const { period, startsOn } = supply;
  const opener: CellOpener = ({ productArea, site }, cell) => {
    const record = supply.records.find(
      (one) => one.productArea === productArea && one.site === site,
    );
    // What finer periods make up is told there: a record of its own would take their place.
    if (!record && (cell || !contribute)) return undefined;
    // What stands for something archived takes no writes.
    if (!areas.some(({ id }) => id === productArea)) return undefined;
    if (site && !sites.some(({ id }) => id === site)) return undefined;
    const where = site ? nameOf(sites, site) : t("supply.whole");
    return () =>
      open({
        title: `${where}, ${nameOf(areas, productArea)}, ${periodName(period, startsOn)}`,
        collection: "/supply-records",
        fields: supplyRecordFields(supply.competitors),
        ...(record
          ? { entity: { ...record }, fills: heldBefore(cell, record) }
          : {
              parent: `/accounts/${account}/supply-records` as const,
              initial: { unit: "eur" },
              extra: { productArea, site, period, startsOn },
            }),
      });
  };
  return (
    <>
      <SupplyMatrix supply={supply} sites={sites} areas={areas} opener={opener} />
      {form}
    </>
  );
}
