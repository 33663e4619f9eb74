import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { SettingsTabs } from "../account/place-tabs";
import { ActivityLog } from "../activity/activity-log";
import { api, data } from "../api/client";
import type { Term } from "../app/i18n";
import { NotFound } from "../app/page-problem";
import { PageTitle } from "../app/page-title";
import { sessionQuery } from "../app/session";
import { Loading } from "../app/shell";
import { usersQuery } from "../user/users-query";

const terms: Term[] = [
  "user",
  "invitation",
  "password",
  "password_request",
  "organisation",
  "slide_template",
  "market_signal",
  "playbook",
];

/** Who changed users, links, passwords and settings: the administrator's audit. */
export default function OrganisationActivityPage() {
  const { t } = useTranslation();
  const session = useQuery(sessionQuery).data;
  const users = useQuery(usersQuery).data;
  if (!users || !session) return <Loading />;
  if (session.user?.role !== "administrator") return <NotFound />;
  return (
    <div className="page reading">
      <PageTitle>{t("organisation.activity")}</PageTitle>
      <SettingsTabs />
      <p className="muted">{t("organisation.activityWhat")}</p>
      <ActivityLog
        queryKey={["organisation"]}
        read={(query) => data(api.GET("/api/v1/organisation/activity", { params: { query } }))}
        people={users}
        terms={terms}
      />
    </div>
  );
}
