import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { formatMonth } from "../app/format";
import { amountText } from "./key-figure-text";

/** What is kept of the customer itself: how it buys, its year, its figures, its id elsewhere. */
export function AccountProfile({ account }: { account: Schemas["Account"] }) {
  const { t } = useTranslation();
  const { purchasingStrategy, customerFiscalMonth, keyFigures, externalId } = account;
  const lines = [
    ...keyFigures.map((figure) => [figure.name, amountText(figure)] as const),
    [t("field.purchasingStrategy"), purchasingStrategy] as const,
    [
      t("field.customerFiscalMonth"),
      customerFiscalMonth === null ? "" : formatMonth(customerFiscalMonth),
    ] as const,
    [t("field.externalId"), externalId] as const,
  ].filter(([, value]) => value);
  if (lines.length === 0) return <p className="muted">{t("group.noProfile")}</p>;
  return (
    <dl className="details">
      {lines.map(([name, value]) => (
        <div key={name}>
          <dt className="muted">{name}</dt>
          <dd className="prose">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
