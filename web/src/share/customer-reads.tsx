import { useTranslation } from "react-i18next";
import { TitlesShown } from "./titles-shown";

/** Before something is made for the customer: what of the account they will read, word by word. */
export function CustomerReads({ account, cycle }: { account: string; cycle: string | null }) {
  const { t } = useTranslation();
  return (
    <>
      <p>{t("share.sees.customer")}</p>
      <TitlesShown account={account} cycle={cycle} />
    </>
  );
}
