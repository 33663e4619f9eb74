import { Alert, Button, CopyButton, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { AccountPage } from "../account/account-page";
import { api, asSeen, data, type Schemas } from "../api/client";
import { useSend } from "../api/use-send";
import { formatInstant } from "../app/format";
import { useMay, WriteButton } from "../app/may";
import { PageTitle } from "../app/page-title";
import { Loading } from "../app/shell";
import { useLive } from "../app/use-live";
import { atHourOf } from "../app/zone";
import type { Field } from "../entity/fields";
import { nameOf } from "../entity/named";
import { useProblemText } from "../entity/problem-text";
import { type OpenForm, useEntityForm } from "../entity/use-entity-form";
import { meetingFields } from "./meeting-fields";
import { Notes } from "./notes";
import { StepContent } from "./step-content";
import { Topics } from "./topics";

export type Room = Schemas["RoomView"];
export type Steer = (command: Schemas["SteerCommand"], step?: number) => Promise<void>;

const steps = {
  cycle: ["results", "effect", "signals", "goals", "focus", "plan", "who"],
  check_in: ["check_ins", "signals", "who"],
  flash: ["what", "answer", "who"],
} as const;

export type Step = (typeof steps)[keyof typeof steps][number];

/** A meeting, run live: everybody on their own device, one on the wall, all at the same step. */
export default function RoomPage() {
  const { meeting } = useParams({ from: "/meetings/$meeting" });
  const queryKey = ["meeting", meeting];
  const query = useQuery({
    queryKey,
    queryFn: () =>
      data(api.GET("/api/v1/meetings/{id}/room", { params: { path: { id: meeting } } })),
    refetchInterval: 30_000,
  });
  useLive(query.data?.account.id, queryKey);
  const running = query.data?.meeting.state === "running";
  useEffect(() => {
    if (!running) return;
    const there = () =>
      api
        .POST("/api/v1/meetings/{id}/presence", { params: { path: { id: meeting } } })
        .catch(() => undefined);
    there();
    const timer = setInterval(there, 20_000);
    return () => clearInterval(timer);
  }, [meeting, running]);
  if (!query.data) return <Loading />;
  return <MeetingRoom room={query.data} offline={query.isError} />;
}

/** The steps; whoever takes part moves to another one, and everybody with them. */
function Agenda({ room, names, steer }: { room: Room; names: readonly Step[]; steer: Steer }) {
  const { t } = useTranslation();
  const { contribute } = useMay();
  const { step } = room.meeting;
  return (
    <ol className="agenda">
      {names.map((name, index) => (
        <li key={name} className={running(room) && index === step ? "now" : undefined}>
          <button
            type="button"
            className="plain"
            disabled={!running(room) || !contribute}
            aria-current={index === step ? "step" : undefined}
            onClick={() => steer("step", index)}
          >
            {index + 1}. {t(`meeting.step.${name}`)}
          </button>
        </li>
      ))}
    </ol>
  );
}

function MeetingRoom({ room, offline }: { room: Room; offline: boolean }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [form, open] = useEntityForm();
  const { meeting, account } = room;
  const agenda = steps[meeting.kind];
  const steering = useSend(
    (body: Schemas["Steering"]) =>
      data(api.POST("/api/v1/meetings/{id}/steer", { params: { path: { id: meeting.id } }, body })),
    { refreshes: [{ queryKey: ["meeting", meeting.id] }] },
  );
  const { problem } = steering;
  const steer: Steer = async (command, step = 0) => {
    await steering.submit({ command, step });
  };
  return (
    <AccountPage account={account}>
      <div className="row">
        <PageTitle of={account.name}>{t(`choice.MeetingKind.${meeting.kind}`)}</PageTitle>
        <span className="chip">{t(`choice.MeetingState.${meeting.state}`)}</span>
        <span className="muted grow">
          {[formatInstant(meeting.plannedAt), meeting.place].filter(Boolean).join(" · ")}
        </span>
        {meeting.state === "planned" && (
          <>
            <WriteButton
              variant="default"
              onClick={() =>
                open({
                  title: t("meeting.edit"),
                  collection: "/meetings",
                  fields: meetingFields,
                  entity: meeting,
                })
              }
            >
              {t("edit")}
            </WriteButton>
            <WriteButton onClick={() => steer("start")}>{t("meeting.start")}</WriteButton>
          </>
        )}
        {meeting.state === "running" && (
          <WriteButton variant="default" className="no-present" onClick={() => steer("close")}>
            {t("meeting.close")}
          </WriteButton>
        )}
      </div>
      {offline && (
        <Alert color="orange" role="status">
          {t("meeting.offline")}
        </Alert>
      )}
      {problem && (
        <Alert color="red" role="alert">
          {problemText(problem.code, problem.message)}
        </Alert>
      )}
      <Presence room={room} />
      {meeting.state === "closed" ? (
        <Minutes room={room} />
      ) : (
        <>
          <Agenda room={room} names={agenda} steer={steer} />
          {running(room) && (
            <section aria-live="polite" className="stack">
              <div className="row">
                <h2 className="grow">{t(`meeting.step.${agenda[meeting.step] ?? agenda[0]}`)}</h2>
                <StepTimer room={room} minutes={meeting.duration / agenda.length} />
                <WriteButton
                  className="no-present"
                  disabled={meeting.step + 1 >= agenda.length}
                  onClick={() => steer("step", meeting.step + 1)}
                >
                  {t("meeting.next")}
                </WriteButton>
              </div>
              {agenda[meeting.step] === "focus" ? (
                <Topics room={room} steer={steer} />
              ) : (
                <StepContent room={room} step={agenda[meeting.step] ?? agenda[0]} />
              )}
              <Notes room={room} />
            </section>
          )}
          {meeting.state === "planned" && <p className="muted">{t("meeting.notYet")}</p>}
        </>
      )}
      {form}
    </AccountPage>
  );
}

const running = (room: Room) => room.meeting.state === "running";

function Presence({ room }: { room: Room }) {
  const { t } = useTranslation();
  if (room.attended.length === 0) return null;
  return (
    <p className="muted">
      {t(room.meeting.state === "closed" ? "meeting.attended" : "meeting.present")}{" "}
      {(room.meeting.state === "closed" ? room.attended : room.present)
        .map((id) => nameOf(room.people, id))
        .join(", ")}
    </p>
  );
}

/** How long the step takes, against its part of the meeting; the server's clock counts. */
function StepTimer({ room, minutes }: { room: Room; minutes: number }) {
  const { t } = useTranslation();
  const [drift] = useState(() => Date.parse(room.now) - Date.now());
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const since = room.meeting.stepStartedAt;
  if (!since) return null;
  const seconds = Math.max(0, Math.floor((now + drift - Date.parse(since)) / 1000));
  const clock = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  return (
    <span className={seconds > minutes * 60 ? "poor" : "muted"} role="timer" aria-live="off">
      {t("meeting.timer", { clock, minutes: Math.round(minutes) })}
    </span>
  );
}

/** The minutes, which wrote themselves and may be edited; the next meeting is proposed. */
function Minutes({ room }: { room: Room }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const [text, setText] = useState(room.meeting.minutes);
  const [open, setOpen] = useState(false);
  const [form, openForm] = useEntityForm();
  const { meeting } = room;
  const saving = useSend(
    () =>
      data(
        api.PATCH("/api/v1/meetings/{id}", { params: asSeen(meeting), body: { minutes: text } }),
      ),
    { refreshes: [{ queryKey: ["meeting", meeting.id] }] },
  );
  const { problem } = saving;
  const save = async () => {
    if (await saving.submit()) setOpen(false);
  };
  const sendMail = async () => {
    const { recipients } = await data(
      api.POST("/api/v1/meetings/{id}/mail", { params: { path: { id: meeting.id } } }),
    );
    notifications.show({ message: t("meeting.mailed", { count: recipients }) });
  };
  const mail = `mailto:?subject=${encodeURIComponent(`${t("meeting.minutes")}: ${room.account.name}`)}&body=${encodeURIComponent(meeting.minutes)}`;
  return (
    <section className="card stack" aria-label={t("meeting.minutes")}>
      <h2>{t("meeting.minutes")}</h2>
      {problem && (
        <Alert color="red" role="alert">
          {problemText(problem.code, problem.message)}
        </Alert>
      )}
      {open ? (
        <>
          <Textarea
            aria-label={t("meeting.minutes")}
            autosize
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
          <div className="row">
            <Button onClick={save}>{t("save")}</Button>
            <Button variant="default" onClick={() => setOpen(false)}>
              {t("cancel")}
            </Button>
          </div>
        </>
      ) : (
        <>
          <pre className="minutes">{meeting.minutes}</pre>
          <div className="row no-print">
            <WriteButton
              variant="default"
              onClick={() => {
                setText(meeting.minutes);
                setOpen(true);
              }}
            >
              {t("edit")}
            </WriteButton>
            <CopyButton value={meeting.minutes}>
              {({ copied, copy }) => (
                <Button variant="default" onClick={copy}>
                  {t(copied ? "copied" : "copy")}
                </Button>
              )}
            </CopyButton>
            {room.canMail ? (
              <WriteButton variant="default" onClick={sendMail}>
                {t("meeting.mailAll")}
              </WriteButton>
            ) : (
              <Button variant="default" component="a" href={mail}>
                {t("meeting.mail")}
              </Button>
            )}
            <Button variant="default" onClick={() => window.print()}>
              {t("print")}
            </Button>
            {room.next && <PlanNext meeting={meeting} next={room.next} openForm={openForm} />}
            <Link to="/accounts/$account/meetings" params={{ account: room.account.id }}>
              {t("meeting.title")}
            </Link>
          </div>
        </>
      )}
      {form}
    </section>
  );
}

/** Plans the next meeting as the server proposes it, at the hour of this one. */
function PlanNext({
  meeting,
  next,
  openForm,
}: {
  meeting: Schemas["Meeting"];
  next: Schemas["MeetingProposal"];
  openForm: OpenForm;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const cycle: Field = {
    name: "cycle",
    kind: "reference",
    when: ({ kind }) => kind === "cycle",
    options: next.cycle ? [{ value: next.cycle, label: next.cycleName }] : [],
  };
  const plan = () =>
    openForm({
      title: t("meeting.planNext"),
      collection: "/meetings",
      parent: `/accounts/${meeting.account}/meetings`,
      fields: [...meetingFields, cycle],
      initial: {
        kind: next.kind,
        plannedAt: atHourOf(meeting.plannedAt, next.on),
        duration: meeting.duration,
        place: meeting.place,
        votes: meeting.votes,
        cycle: next.cycle,
      },
      onSaved: (saved) => navigate({ to: "/meetings/$meeting", params: { meeting: saved.id } }),
    });
  return <WriteButton onClick={plan}>{t("meeting.planNext")}</WriteButton>;
}
