import { SegmentedControl, Switch } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import i18next from "i18next";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiProblem, api, data, type Schemas } from "../api/client";
import { Loading } from "../app/shell";
import type { Cockpit } from "../cockpit/cockpit-query";
import { problemText } from "../entity/problem-text";
import type { PasteDraft } from "../paste/draft";
import { PasteMany } from "../paste/paste-many";
import { readTable } from "../paste/table";
import type { Refusal, ToWrite } from "../paste/verdict";
import { endsTrying, refusalsOf } from "../paste/write-each";
import style from "./supply.module.css";
import { gridsOf, isOfPeriod, judgeSupply, type PastedCell, supplyColumns } from "./supply-rows";

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
    const refused: Refusal[] = [];
    const grids = gridsOf(items, known, unit);
    for (const [index, { period, startsOn, cells, from }] of grids.entries())
      try {
        const answer = await data(
          api.PUT("/api/v1/accounts/{account}/supply-grid", {
            params: { path: { account } },
            body: { period, startsOn, cells },
          }),
        );
        for (const { pointer, code, detail } of answer.errors)
          for (const { row, key } of from[Number(pointer.split("/")[2])] ?? [])
            refused.push({ row, key, says: problemText(code, detail) });
      } catch (caught) {
        if (!(caught instanceof ApiProblem)) throw caught;
        const ends = endsTrying(caught);
        for (const grid of ends ? grids.slice(index) : [{ from }])
          for (const { row, key } of grid.from.flat())
            refused.push(
              ...(ends
                ? [{ row, key, says: i18next.t("paste.notSent") }]
                : refusalsOf(caught, row).map((refusal) => ({ ...refusal, key }))),
            );
        if (ends) break;
      }
    return refused;
  };

  return (
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
  );
}
