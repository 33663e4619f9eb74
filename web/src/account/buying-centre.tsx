import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { BuyingCentreMap } from "./buying-centre-map";
import styles from "./customer.module.css";

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
