import { Drawer } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { useFocusBack } from "../app/focus-back";
import classes from "./frame.module.css";
import { Sidebar } from "./sidebar";

/** The whole navigation on a phone. */
export default function MoreDrawer({
  user,
  onFind,
  onClose,
}: {
  user: Schemas["User"];
  onFind: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  useFocusBack();
  return (
    <Drawer
      opened
      onClose={onClose}
      size="min(320px, 100%)"
      title={t("nav.main")}
      classNames={{ body: classes.drawer }}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <nav aria-label={t("nav.main")}>
        <Sidebar
          user={user}
          onFind={() => {
            onClose();
            onFind();
          }}
        />
      </nav>
    </Drawer>
  );
}
