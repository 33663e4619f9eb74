import { Alert, Button } from "@mantine/core";
import { IconMail } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { formatDate } from "../app/format";
import { LinkToCopy } from "../ui/link-to-copy";

interface Props {
  /** By name. */
  account: string;
  made: Schemas["NewShareLink"];
  onAnother: () => void;
}

/** The link, which nobody is told again. */
export function MadeLink({ account, made, onAnother }: Props) {
  const { t } = useTranslation();
  const link = location.origin + made.path;
  const mail = new URLSearchParams({
    subject: t("share.mailSubject", { account }),
    body: t("share.mailText", { account, link, until: formatDate(made.link.expiresOn) }),
  });
  return (
    <Alert color="green" role="status" title={t("share.made")}>
      <div className="stack">
        <p>{t("share.once")}</p>
        <LinkToCopy autoFocus label={t("share.link")} link={link}>
          <Button
            component="a"
            variant="default"
            // Mail programs take %20 only for a space.
            href={`mailto:?${mail.toString().replaceAll("+", "%20")}`}
            leftSection={<IconMail size={16} stroke={1.75} aria-hidden="true" />}
          >
            {t("share.mail")}
          </Button>
          <Button variant="subtle" onClick={onAnother}>
            {t("share.another")}
          </Button>
        </LinkToCopy>
      </div>
    </Alert>
  );
}
