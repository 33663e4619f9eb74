import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { formatMonth } from "../app/format";
import { useMay } from "../app/may";
import { amountText } from "./key-figure-text";

/** What is kept of the customer itself: how it buys, its year, its figures, its id elsewhere. */
export function AccountProfile({
  account,
  managers,
}: {
  account: Schemas["Account"];
  /** By name, who keeps it. */
  managers: string[];
}) {
  const { t } = useTranslation();
  const { manage } = useMay();
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
  if (lines.length === 0)
    return (
      <p className="muted">
        {t("group.noProfile")}
        {!manage &&
          managers.length > 0 &&
          ` ${t("group.keptBy", { count: managers.length, names: managers.join(", ") })}`}
      </p>
    );
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
