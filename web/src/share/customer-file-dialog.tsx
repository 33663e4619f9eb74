import { Button, Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFocusBack } from "../app/focus-back";
import { takeFile } from "../ui/take-file";
import { CustomerReads } from "./customer-reads";
import { onePagerAddress } from "./one-pager-address";

export interface CustomerFileProps {
  account: string;
  cycle: string | null;
  /** What the file is called where it is told how it goes. */
  what: string;
  onClose: () => void;
}

/** Before the one-pager for the customer is made: what the customer will read. */
export default function CustomerFileDialog({ account, cycle, what, onClose }: CustomerFileProps) {
  const { t } = useTranslation();
  useFocusBack();
  return (
    <Modal opened onClose={onClose} title={what} closeButtonProps={{ "aria-label": t("close") }}>
      <div className="stack">
        <CustomerReads account={account} cycle={cycle} />
        <div className="row">
          <Button variant="default" data-autofocus onClick={onClose}>
            {t("cancel")}
          </Button>
          <Button
            onClick={() => {
              onClose();
              takeFile(onePagerAddress(account, "customer", cycle), what);
            }}
          >
            {t("share.makeFile")}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
