import { Alert, Button, CopyButton } from "@mantine/core";
import { IconCopy } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";

/** An account that somebody made for another key account manager, and does not see any more. */
export interface HandedOver {
  account: string;
  name: string;
  manager: string;
}

declare module "@tanstack/history" {
  interface HistoryState {
    handedOver?: HandedOver;
  }
}

/** That it is made, whose it is, and the link that leads its manager there. */
export function HandedOverNotice({ account, name, manager }: HandedOver) {
  const { t } = useTranslation();
  return (
    <Alert color="brand" role="status" title={t("handedOver.made", { name })}>
      <div className="stack">
        <p>{t("handedOver.whose", { manager })}</p>
        <CopyButton value={`${location.origin}/first-run?account=${account}`}>
          {({ copied, copy }) => (
            <Button
              variant="default"
              w="fit-content"
              leftSection={<IconCopy size={16} stroke={1.75} aria-hidden="true" />}
              onClick={copy}
            >
              {copied ? t("copied") : t("handedOver.link", { manager })}
            </Button>
          )}
        </CopyButton>
      </div>
    </Alert>
  );
}
