import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import type { Cockpit } from "../cockpit/cockpit-query";
import { useIsAssumed } from "../question/assumed-mark";
import { ContractList } from "./contract-list";
import { DemandMap } from "./demand-map";
import { Figures } from "./figures";
import { GapList } from "./gap-list";
import { columnsOf } from "./matrix-lines";
import { ShareCourse } from "./share-course";
import { StandingList } from "./standing-list";
import style from "./supply.module.css";
import { SupplyLede } from "./supply-lede";
import { useCellOpener } from "./use-cell-opener";

/** As many columns as the table has room for beside the map. */
const besideMap = 5;

/** What is known of a period: in words, as a map, in figures, what is to be won, and how it came to be. */
export function SupplyFigures({
  supply,
  cockpit,
}: {
  supply: Schemas["SupplyPage"];
  cockpit: Cockpit;
}) {
  const { t } = useTranslation();
  const { account, sites, productAreas: areas } = cockpit;
  const [form, opener] = useCellOpener(account.id, supply, sites, areas);
  const isAssumed = useIsAssumed(account.id);
  const of = { supply, sites, areas, opener };
  const figures = <Figures {...of} isAssumed={isAssumed} />;
  const wide = columnsOf(supply, areas, t).length > besideMap;
  const cycle = cockpit.cycles.find((one) => one.cycle.id === cockpit.cycle)?.cycle;
  return (
    <>
      <SupplyLede account={account} supply={supply} />
      <div className={style.split}>
        <div className={style.side}>
          <DemandMap {...of} isAssumed={isAssumed} />
          {wide && figures}
          <div className={style.later}>
            <ShareCourse supply={supply} areas={areas} cycle={cycle} />
          </div>
          <div className={style.later}>
            <StandingList
              account={account.id}
              areas={areas}
              objectives={cockpit.objectives.map(({ objective }) => objective)}
            />
          </div>
        </div>
        <div className={style.side}>
          {!wide && figures}
          <GapList {...of} first={wide ? 12 : 5} />
          <div className={style.later}>
            <ContractList contracts={supply.contracts} />
          </div>
        </div>
      </div>
      {form}
    </>
  );
}
