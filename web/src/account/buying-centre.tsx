import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { BuyingCentreMap } from "./buying-centre-map";

/** The people at the customer on a map, and above it in a sentence what is lacking. */
export function BuyingCentre({ page }: { page: Schemas["BuyingCentrePage"] }) {
  const { t } = useTranslation();
  const { gap, belowWanted } = page.state;
  if (page.contacts.length === 0) return null;
  return (
    <>
      {gap && <p className="fair">{t(`buyingCentre.${gap}`, { count: belowWanted })}</p>}
      <BuyingCentreMap contacts={page.contacts.map(({ contact }) => contact)} />
    </>
  );
}
