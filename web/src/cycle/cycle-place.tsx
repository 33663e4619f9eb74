import { IconRefresh } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Navigate, useParams, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { AccountPage } from "../account/account-page";
import { LinkButton } from "../app/link-button";
import { PageTitle } from "../app/page-title";
import { Loading } from "../app/shell";
import { cockpitQuery } from "../cockpit/cockpit-query";
import { Empty } from "../ui/empty";

/** Leads to the cycle that the cockpit shows: to its plan, or its review where that is wanted. */
export default function CyclePlace() {
  const { t } = useTranslation();
  const { account } = useParams({ from: "/accounts/$account/cycle" });
  const { cycle, view } = useSearch({ from: "/accounts/$account/cycle" });
  const cockpit = useQuery({ ...cockpitQuery(account), enabled: !cycle });
  const shown = cycle ?? cockpit.data?.cycle;
  if (shown)
    return (
      <Navigate
        to={view === "review" ? "/cycles/$cycle/review" : "/cycles/$cycle/plan"}
        params={{ cycle: shown }}
        replace
      />
    );
  if (!cockpit.data) return <Loading />;
  return (
    <AccountPage account={cockpit.data.account}>
      <PageTitle of={cockpit.data.account.name}>{t("place.cycle")}</PageTitle>
      <Empty
        icon={<IconRefresh />}
        title={t("cycle.empty")}
        action={
          <LinkButton to="/accounts/$account" params={{ account }}>
            {t("place.cockpit")}
          </LinkButton>
        }
      />
    </AccountPage>
  );
}
