import { IconCalendarEvent, IconCalendarPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { AccountPage } from "../account/account-page";
import { api, data, type Schemas } from "../api/client";
import { formatInstant } from "../app/format";
import { LinkButton } from "../app/link-button";
import { WriteButton } from "../app/may";
import { PageTitle } from "../app/page-title";
import { Loading } from "../app/shell";
import { useLive } from "../app/use-live";
import { wallClock } from "../app/zone";
import { cockpitQuery } from "../cockpit/cockpit-query";
import { ArchivedList } from "../entity/archived-list";
import { useEntityForm } from "../entity/use-entity-form";
import { Chip } from "../ui/chip";
import { DateTile } from "../ui/date-tile";
import { Empty } from "../ui/empty";
import { Row, Rows } from "../ui/row";
import { Section } from "../ui/section";
import { meetingFieldsOf, newMeeting, topicsFollow } from "./meeting-fields";
import style from "./meetings.module.css";
import { momentOf } from "./moment-of";

type Meeting = Schemas["Meeting"];

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
  const { meetings, account: entity, today } = query.data;
  const fields = meetingFieldsOf(cockpit.data);
  const initial = newMeeting(cockpit.data);
  const plan = () =>
    open({
      title: t("meeting.plan"),
      collection: "/meetings",
      parent: `/accounts/${account}/meetings`,
      fields,
      initial,
      follows: topicsFollow(today),
      onSaved: (saved) => navigate({ to: "/meetings/$meeting", params: { meeting: saved.id } }),
    });
  const edit = (meeting: Meeting) =>
    open({ title: t("meeting.edit"), collection: "/meetings", fields, entity: meeting });
  const planning = <WriteButton onClick={plan}>{t("meeting.plan")}</WriteButton>;
  const missed = ({ state, plannedAt }: Meeting) =>
    state === "planned" && wallClock(plannedAt).slice(0, 10) < today;
  const parts = [
    { name: "running", list: meetings.filter(({ state }) => state === "running") },
    {
      name: "coming",
      list: meetings.filter((one) => one.state === "planned" && !missed(one)),
    },
    { name: "missed", list: meetings.filter(missed) },
    { name: "past", list: meetings.filter(({ state }) => state === "closed") },
  ] as const;
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
      <div className={style.parts}>
        {parts.map(
          ({ name, list }) =>
            list.length > 0 && (
              <Section
                key={name}
                title={t(`meeting.part.${name}`)}
                count={name === "running" ? undefined : list.length}
                tone={name === "missed" ? "warn" : undefined}
              >
                <Rows>
                  {list.map((meeting) => (
                    <MeetingRow
                      key={meeting.id}
                      meeting={meeting}
                      today={today}
                      onEdit={() => edit(meeting)}
                    />
                  ))}
                </Rows>
              </Section>
            ),
        )}
      </div>
      {form}
      <ArchivedList parent={`/accounts/${account}`} collections={["/meetings"]} />
    </AccountPage>
  );
}

function MeetingRow({
  meeting,
  today,
  onEdit,
}: {
  meeting: Meeting;
  today: string;
  onEdit: () => void;
}) {
  const { t } = useTranslation();
  const { id, kind, state, topicsUntil } = meeting;
  const kindWords = t(`choice.MeetingKind.${kind}`);
  const collects = state === "planned" && topicsUntil !== null && topicsUntil >= today;
  return (
    <Row
      mark={<DateTile day={momentOf(meeting)} />}
      title={
        <Link id={id} to="/meetings/$meeting" params={{ meeting: id }}>
          {kindWords}
        </Link>
      }
      action={
        <>
          {state === "running" && (
            <LinkButton to="/meetings/$meeting" params={{ meeting: id }}>
              {t("meeting.join")}
            </LinkButton>
          )}
          {state === "planned" && (
            <>
              <a
                className={style.calendar}
                href={`/api/v1/meetings/${id}/invitation.ics`}
                aria-label={`${t("meeting.invitation")}: ${kindWords}`}
              >
                <IconCalendarPlus size={16} stroke={1.75} aria-hidden="true" />
                {t("meeting.invitation")}
              </a>
              <WriteButton variant="default" size="xs" onClick={onEdit}>
                {t("edit")}
              </WriteButton>
            </>
          )}
        </>
      }
    >
      {[formatInstant(momentOf(meeting)), meeting.place].filter(Boolean).join(" · ")}{" "}
      {collects && <Chip tone="brand">{t("meeting.collects")}</Chip>}
    </Row>
  );
}
