import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { formatDate, formatShare } from "../app/format";
import { periodName } from "./period-name";
import { restWords } from "./rest-words";

type Contract = Schemas["SupplyContract"];

/** The supply contracts that end: when, of what, and who supplies it. */
export function ContractList({ contracts }: { contracts: Contract[] }) {
  const { t } = useTranslation();
  if (contracts.length === 0) return null;
  return (
    <section className="card" aria-label={t("supply.contracts")}>
      <h2>{t("supply.contracts")}</h2>
      <ul className="list">
        {contracts.map((contract) => (
          <li key={contract.productArea + contract.site} className="row">
            <b>{formatDate(contract.endsOn)}</b>
            <span className="grow">{contractOf(contract, t)}</span>
            <span className="muted">{partiesOf(contract, t)}</span>
            {contract.ended && <span className="poor">{t("supply.ended")}</span>}
            {contract.endsSoon && <span className="fair">{t("supply.endsSoon")}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What a contract is of: the product area and the site. */
export const contractOf = (contract: Contract, t: TFunction) =>
  `${contract.areaName}, ${contract.siteName || t("supply.whole")}`;

const partiesOf = (contract: Contract, t: TFunction) => {
  const rest = restWords(contract, t);
  return [
    contract.share !== null &&
      t("supply.ourShare", {
        period: periodName(contract.period, contract.startsOn),
        share: `${contract.estimated ? "≈" : ""}${formatShare(contract.share)}`,
      }),
    rest && `${t("field.rest")}: ${rest}`,
  ]
    .filter(Boolean)
    .join(" · ");
};
