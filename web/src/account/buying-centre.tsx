import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { BuyingCentreMap } from "./buying-centre-map";
import styles from "./customer.module.css";

/** In a sentence what the buying centre lacks; nothing where it lacks nothing. */
export function BuyingCentreGap({
  state: { gap, belowWanted },
}: {
  state: Schemas["BuyingCentrePage"]["state"];
}) {
  const { t } = useTranslation();
  return gap && <p className="fair">{t(`buyingCentre.${gap}`, { count: belowWanted })}</p>;
}

/** The people at the customer on a map, which says where each stands and is wanted. */
export function BuyingCentre({ contacts }: { contacts: Schemas["ContactView"][] }) {
  const { t } = useTranslation();
  if (contacts.length === 0) return null;
  return (
    <div className={styles.panel}>
      <h3>{t("customer.map")}</h3>
      <BuyingCentreMap contacts={contacts.map(({ contact }) => contact)} />
    </div>
  );
}
