import { Button, Modal } from "@mantine/core";
import { IconMail } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { LinkToCopy } from "../ui/link-to-copy";

interface Props {
  user: Pick<Schemas["User"], "id" | "name" | "email">;
  /** They have come in before: the link is for another password. */
  anew: boolean;
  /** The link, once it is made. */
  link: string | undefined;
  /** There was one before, which it makes void. */
  replaces: boolean;
  onMail: () => void;
  onLink: () => void;
  onClose: () => void;
}

/** How somebody gets their link, and the link itself: whose it is stands above it. */
export function InviteDialog({ user, anew, link, replaces, onMail, onLink, onClose }: Props) {
  const { t } = useTranslation();
  const { name, email } = user;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t(anew ? "users.passwordFor" : "users.linkFor", { name })}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      {link ? (
        <div className="stack">
          <p>
            {t("users.whose", { name, email })} {replaces && t("users.replaces")}
          </p>
          <LinkToCopy label={t("users.link")} link={link} />
        </div>
      ) : (
        <div className="stack">
          <p>{t("users.ask", { name })}</p>
          <Button
            onClick={onMail}
            leftSection={<IconMail size={16} stroke={1.75} aria-hidden="true" />}
          >
            {t("users.byMail", { email })}
          </Button>
          <Button variant="default" onClick={onLink}>
            {t("users.byHand")}
          </Button>
        </div>
      )}
    </Modal>
  );
}
