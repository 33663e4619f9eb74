import { SegmentedControl, Switch } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, data, type Schemas } from "../api/client";
import { formatDate } from "../app/format";
import { useToday } from "../app/session";
import { Loading } from "../app/shell";
import type { Cockpit } from "../cockpit/cockpit-query";
import { UndoImport } from "../import/undo-import";
import type { PasteDraft } from "../paste/draft";
import { PasteMany } from "../paste/paste-many";
import { readTable } from "../paste/table";
import type { Refusal, ToWrite } from "../paste/verdict";
import { importShares } from "./share-import";
import style from "./supply.module.css";
import { isOfPeriod, judgeSupply, type PastedCell, supplyColumns } from "./supply-rows";

/** The share of supply of many periods at once, as it stands in a spreadsheet. */
export function PasteSupply({
  cockpit,
  draft,
  onDraft,
  onStored,
}: {
  cockpit: Cockpit;
  draft: PasteDraft;
  onDraft: (draft: PasteDraft) => void;
  onStored?: (all: boolean) => void;
}) {
  const { t } = useTranslation();
  const account = cockpit.account.id;
  const usual = cockpit.account.sharePeriod;
  const { sites, productAreas: areas } = cockpit;
  const [unit, setUnit] = useState<Schemas["SupplyUnit"]>("eur");
  const [measure, setMeasure] = useState<"share" | "volume" | "demand">("share");
  const measured = useId();
  const today = useToday();
  const [made, setMade] = useState<Schemas["Import"]>();
  const [estimated, setEstimated] = useState(true);
  const records = useQuery({
    queryKey: ["account", account, "supply-records"],
    queryFn: () =>
      data(api.GET("/api/v1/accounts/{account}/supply-records", { params: { path: { account } } })),
  });
  if (!records.data) return <Loading />;
  const known = records.data;
  const columns = ([head = []]: readonly (readonly string[])[]) => supplyColumns(head, usual);
  const wide = columns(readTable(draft.text).rows).some(isOfPeriod);

  const write = async (items: ToWrite<PastedCell>[]): Promise<Refusal[]> => {
    const file = t("import.pasted", { date: formatDate(today) });
    const { refused, made } = await importShares(account, items, { sites, areas }, unit, file);
    if (made) setMade(made);
    return refused;
  };

  return (
    <>
      <PasteMany
        label={t("paste.supply.label")}
        description={t("paste.supply.description")}
        example={t("paste.supply.example")}
        draft={draft}
        onDraft={onDraft}
        onStored={onStored}
        columns={columns}
        judge={judgeSupply({ sites, areas, records: known, usual, measure, estimated })}
        write={write}
        options={() => (
          <div className={style.pasteOptions}>
            {wide && (
              <>
                <span id={measured}>{t("paste.supply.measure")}</span>
                <SegmentedControl
                  className={style.pasteMeasure}
                  aria-labelledby={measured}
                  value={measure}
                  onChange={(next) => setMeasure(next as typeof measure)}
                  data={(["share", "volume", "demand"] as const).map((value) => ({
                    value,
                    label: t(`paste.member.${value}`),
                  }))}
                />
              </>
            )}
            <SegmentedControl
              aria-label={t("field.unit")}
              value={unit}
              onChange={(next) => setUnit(next as typeof unit)}
              data={(["eur", "pieces"] as const).map((value) => ({
                value,
                label: t(`choice.SupplyUnit.${value}`),
              }))}
            />
            <Switch
              label={t("paste.supply.estimated")}
              checked={estimated}
              onChange={(event) => setEstimated(event.currentTarget.checked)}
            />
          </div>
        )}
      />
      {made && (
        <div className="row">
          <span className="muted">{t("paste.supply.oneDeed")}</span>
          <UndoImport account={account} made={made} />
        </div>
      )}
    </>
  );
}
