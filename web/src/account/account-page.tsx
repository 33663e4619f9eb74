import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { api, data } from "../api/client";
import { MayContext } from "../app/may";
import { AccountNav } from "./account-nav";

const nothing = { contribute: false, manage: false };

/** A page of an account: its navigation, and what its reader may do here. */
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
  const permissions = useQuery({
    queryKey: ["account", account.id, "permissions"],
    queryFn: () =>
      data(
        api.GET("/api/v1/accounts/{account}/permissions", {
          params: { path: { account: account.id } },
        }),
      ),
    staleTime: 60_000,
    throwOnError: false,
  });
  const may = permissions.data ?? nothing;
  return (
    <MayContext value={may}>
      <div className={narrow ? "page narrow" : "page"}>
        <AccountNav account={account} />
        {permissions.data && !may.contribute && (
          <p className="muted no-print no-present">{t("readOnly")}</p>
        )}
        {children}
      </div>
    </MayContext>
  );
}
