import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { api, data, type Schemas } from "../api/client";
import { useSend } from "../api/use-send";
import { formatDate } from "../app/format";
import { useMay } from "../app/may";
import type { Named } from "../entity/named";
import { useEntityForm } from "../entity/use-entity-form";
import { useTypedInDialog } from "../unsaved/unsaved";
import { periodName } from "./period-name";
import { recordName } from "./record-name";
import { restWords } from "./rest-words";
import type { CellOpener } from "./share-matrix";
import { supplyRecordFields } from "./supply-record-fields";

type SupplyRecord = Schemas["SupplyRecord"];

/** Where it stands that is told of a cell and not by its own record, and the way there. */
function Since({
  source,
  words,
  onOpen,
}: {
  source: Schemas["SupplySource"];
  words: string;
  onOpen: (record: SupplyRecord) => void;
}) {
  const { t } = useTranslation();
  // Another form takes the place of this one: what is typed here is stored or dropped first.
  const typed = useTypedInDialog();
  const reading = useSend((id: string) =>
    data(api.GET("/api/v1/supply-records/{id}", { params: { path: { id } } })),
  );
  return (
    <>
      {t("supply.since", { period: periodName(source.period, source.startsOn), words })}{" "}
      {!typed && (
        <Button
          variant="subtle"
          size="compact-sm"
          onClick={async () => onOpen(await reading.send(source.record))}
        >
          {t("supply.openSource")}
        </Button>
      )}
    </>
  );
}

/** What activating a cell does: it opens its record, or begins one; with the form that then stands there. */
export function useCellOpener(
  account: string,
  supply: Schemas["SupplyPage"],
  sites: Named[],
  areas: Named[],
): [ReactNode, CellOpener] {
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
    const titleOf = (of: Pick<SupplyRecord, "period" | "startsOn">) =>
      recordName({ productArea, site, period: of.period, startsOn: of.startsOn }, sites, areas);
    const openRecord = (of: SupplyRecord, hints = {}) =>
      open({
        title: titleOf(of),
        collection: "/supply-records",
        fields: supplyRecordFields(supply.competitors, hints),
        entity: { ...of },
      });
    if (!record)
      return () =>
        open({
          title: titleOf(supply),
          collection: "/supply-records",
          fields: supplyRecordFields(supply.competitors),
          parent: `/accounts/${account}/supply-records`,
          initial: { unit: "eur" },
          extra: { productArea, site, period, startsOn },
        });
    const since = (source: Schemas["SupplySource"] | null | undefined, words: string) =>
      source && <Since source={source} words={words} onOpen={openRecord} />;
    return () =>
      openRecord(record, {
        rest: cell && since(cell.restFrom, restWords(cell, t)),
        contractEnd: since(cell?.contractFrom, formatDate(cell?.contractEnd)),
      });
  };
  return [form, opener];
}
