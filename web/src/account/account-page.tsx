import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { MayContext } from "../app/may";
import { AccountNav } from "./account-nav";
import { ParentLine } from "./parent-line";
import { permissionsQuery } from "./permissions-query";

const nothing = { contribute: false, manage: false };

/** Goes to the entry that the address names: it stands on the page only once that has been read. */
function arrive() {
  const entry = document.getElementById(window.location.hash.slice(1));
  if (!entry) return;
  entry.dataset.arrived = "";
  entry.focus({ preventScroll: true });
  entry.scrollIntoView({ block: "center" });
}

/** A page of an account: its navigation, what it is a part of, and what its reader may do here. */
export function AccountPage({
  account,
  narrow = false,
  children,
}: {
  account: { id: string; name: string };
  narrow?: boolean;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const permissions = useQuery(permissionsQuery(account.id));
  const may = permissions.data ?? nothing;
  useEffect(arrive, []);
  return (
    <MayContext value={may}>
      <div className={narrow ? "page narrow" : "page"}>
        <AccountNav account={account} />
        {permissions.data?.parent && <ParentLine parent={permissions.data.parent} />}
        {permissions.data && !may.contribute && (
          <p className="muted no-print no-present">{t("readOnly")}</p>
        )}
        {children}
      </div>
    </MayContext>
  );
}
