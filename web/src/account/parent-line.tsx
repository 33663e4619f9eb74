import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";

/** The account above this one, and the way there. */
export function ParentLine({ parent }: { parent: Schemas["SeenAccount"] }) {
  const { t } = useTranslation();
  return (
    <p className="muted no-print" style={{ margin: 0 }}>
      {t("group.parent")}{" "}
      <Link to="/accounts/$account" params={{ account: parent.id }}>
        {parent.name}
      </Link>
      {parent.archivedAt && ` ${t("group.archived")}`}
    </p>
  );
}
