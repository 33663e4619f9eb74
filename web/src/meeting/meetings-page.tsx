import { Button } from "@mantine/core";
import { IconCalendarEvent } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { AccountPage } from "../account/account-page";
import { api, data } from "../api/client";
import { formatInstant } from "../app/format";
import { WriteButton } from "../app/may";
import { PageTitle } from "../app/page-title";
import { Loading } from "../app/shell";
import { useLive } from "../app/use-live";
import { nextHour } from "../app/zone";
import { cockpitQuery } from "../cockpit/cockpit-query";
import { ArchivedList } from "../entity/archived-list";
import { useEntityForm } from "../entity/use-entity-form";
import { Chip } from "../ui/chip";
import { Empty } from "../ui/empty";
import { meetingFieldsOf } from "./meeting-fields";

/** The meetings of an account: running, coming, and the minutes of those that were. */
export default function MeetingsPage() {
  const { t } = useTranslation();
  const { account } = useParams({ from: "/accounts/$account/meetings" });
  const navigate = useNavigate();
  const [form, open] = useEntityForm();
  useLive(account);
  const cockpit = useQuery(cockpitQuery(account));
  const query = useQuery({
    queryKey: ["account", account, "meetings"],
    queryFn: () =>
      data(api.GET("/api/v1/accounts/{account}/meetings-page", { params: { path: { account } } })),
  });
  if (!query.data || !cockpit.data) return <Loading />;
  const { meetings, account: entity } = query.data;
  const fields = meetingFieldsOf(cockpit.data);
  const plan = () =>
    open({
      title: t("meeting.plan"),
      collection: "/meetings",
      parent: `/accounts/${account}/meetings`,
      fields,
      initial: { kind: "check_in", plannedAt: nextHour(), duration: 60, votes: 5 },
      onSaved: (saved) => navigate({ to: "/meetings/$meeting", params: { meeting: saved.id } }),
    });
  const planning = <WriteButton onClick={plan}>{t("meeting.plan")}</WriteButton>;
  return (
    <AccountPage account={entity}>
      <div className="row">
        <PageTitle of={entity.name} grow>
          {t("meeting.title")}
        </PageTitle>
        {meetings.length > 0 && planning}
      </div>
      {meetings.length === 0 && (
        <Empty icon={<IconCalendarEvent />} title={t("meeting.empty")} action={planning}>
          {t("meeting.example")}
        </Empty>
      )}
      <ul className="list stack">
        {meetings.map((meeting) => (
          <li key={meeting.id} id={meeting.id} className="card row" tabIndex={-1}>
            <div className="grow">
              <Link to="/meetings/$meeting" params={{ meeting: meeting.id }} className="title-link">
                <b>{t(`choice.MeetingKind.${meeting.kind}`)}</b>
              </Link>{" "}
              <Chip>{t(`choice.MeetingState.${meeting.state}`)}</Chip>
              <div className="muted">
                {[formatInstant(meeting.plannedAt), meeting.place].filter(Boolean).join(" · ")}
              </div>
            </div>
            {meeting.state === "planned" && (
              <>
                <Button
                  variant="subtle"
                  component="a"
                  href={`/api/v1/meetings/${meeting.id}/invitation.ics`}
                >
                  {t("meeting.invitation")}
                </Button>
                <WriteButton
                  variant="default"
                  onClick={() =>
                    open({
                      title: t("meeting.edit"),
                      collection: "/meetings",
                      fields,
                      entity: meeting,
                    })
                  }
                >
                  {t("edit")}
                </WriteButton>
              </>
            )}
          </li>
        ))}
      </ul>
      {form}
      <ArchivedList parent={`/accounts/${account}`} collections={["/meetings"]} />
    </AccountPage>
  );
}
