import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { AccountPage } from "../account/account-page";
import { api, data } from "../api/client";
import type { Term } from "../app/i18n";
import { PageTitle } from "../app/page-title";
import { Loading } from "../app/shell";
import { useLive } from "../app/use-live";
import { cockpitQuery } from "../cockpit/cockpit-query";
import { ActivityLog } from "./activity-log";

const terms: Term[] = [
  "check_in",
  "key_result",
  "objective",
  "cycle",
  "review",
  "focus_topic",
  "action",
  "signal",
  "response",
  "open_question",
  "assumption",
  "meeting",
  "supply_record",
  "kpi",
  "kpi_value",
  "testimonial",
  "testimonial_use",
  "site_target",
  "long_term_goal",
  "milestone",
  "vision",
  "contact",
  "site",
  "product_area",
  "team_member",
  "api_token",
  "share_link",
  "account",
];

/** The account's change log in plain words, with before and after. */
export default function ActivityPage() {
  const { t } = useTranslation();
  const { account } = useParams({ from: "/accounts/$account/activity" });
  useLive(account);
  const cockpit = useQuery(cockpitQuery(account));
  if (!cockpit.data) return <Loading />;
  return (
    <AccountPage account={cockpit.data.account}>
      <PageTitle of={cockpit.data.account.name}>{t("activity.title")}</PageTitle>
      <ActivityLog
        queryKey={["account", account]}
        read={(query) =>
          data(
            api.GET("/api/v1/accounts/{account}/activity", {
              params: { path: { account }, query },
            }),
          )
        }
        people={cockpit.data.people}
        terms={terms}
      />
    </AccountPage>
  );
}
