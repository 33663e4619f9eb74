import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { formatDate, formatShare } from "../app/format";
import { Section } from "../ui/section";
import style from "./contract-list.module.css";
import { periodName } from "./period-name";
import { restWords } from "./rest-words";

type Contract = Schemas["SupplyContract"];

/** The supply contracts that end: when, of what, and who supplies it. */
export function ContractList({ contracts }: { contracts: Contract[] }) {
  const { t } = useTranslation();
  if (contracts.length === 0) return null;
  return (
    <Section title={t("supply.contracts")}>
      <ul className={style.contracts}>
        {contracts.map((contract) => (
          <li key={contract.productArea + contract.site}>
            <b className={style.day}>{formatDate(contract.endsOn)}</b>
            <div>
              <span>{contractOf(contract, t)}</span>
              <small>{partiesOf(contract, t)}</small>
              {contract.ended && <small className="poor">{t("supply.ended")}</small>}
              {contract.endsSoon && <small className="fair">{t("supply.endsSoon")}</small>}
            </div>
          </li>
        ))}
      </ul>
    </Section>
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
