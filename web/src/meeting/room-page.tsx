import { Alert, Button, CopyButton, Textarea } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { AccountPage } from "../account/account-page";
import { ApiProblem, api, asSeen, data, type Schemas } from "../api/client";
import { useSend } from "../api/use-send";
import { formatInstant } from "../app/format";
import { useMay, WriteButton } from "../app/may";
import { PageTitle } from "../app/page-title";
import { Loading } from "../app/shell";
import { useLive } from "../app/use-live";
import { atHourOf } from "../app/zone";
import { Conflict } from "../entity/conflict";
import type { Field } from "../entity/fields";
import { nameOf } from "../entity/named";
import { useProblemText } from "../entity/problem-text";
import { type OpenForm, useEntityForm } from "../entity/use-entity-form";
import { Chip } from "../ui/chip";
import { toast } from "../ui/toast";
import { DiscardQuestion } from "../unsaved/form-dialog";
import { useTypedInDialog, useUnsaved } from "../unsaved/unsaved";
import { meetingFields } from "./meeting-fields";
import { Notes } from "./notes";
import { StepContent } from "./step-content";
import { Topics } from "./topics";
import { useLine } from "./use-line";

type NoteKind = Schemas["NoteKind"];
export type Room = Schemas["RoomView"];
export type Steer = (command: Schemas["SteerCommand"], step?: number) => Promise<void>;

const steps = {
  cycle: ["results", "effect", "signals", "questions", "goals", "focus", "plan", "who"],
  check_in: ["check_ins", "signals", "questions", "who"],
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
  const refreshes = [{ queryKey: ["meeting", meeting.id] }];
  const proposing = useSend(
    (body: { id: string; title: string }) =>
      data(
        api.POST("/api/v1/meetings/{parent}/proposals", {
          params: { path: { parent: meeting.id } },
          body,
        }),
      ),
    { refreshes },
  );
  const noting = useSend(
    (body: { id: string; kind: Schemas["NoteKind"]; title: string }) =>
      data(
        api.POST("/api/v1/meetings/{parent}/meeting-notes", {
          params: { path: { parent: meeting.id } },
          body: { ...body, step: meeting.step },
        }),
      ),
    { refreshes },
  );
  // They outlive the step, which somebody else may leave while one writes.
  const topic = useLine(({ id, text }) => proposing.send({ id, title: text }));
  const [kind, setKind] = useState<NoteKind>("decision");
  const note = {
    kind,
    setKind,
    ...useLine(({ id, text }) => noting.send({ id, kind, title: text })),
  };
  const held = useHeld(agenda[meeting.step] ?? agenda[0]);
  const steering = useSend(
    (body: Schemas["Steering"]) =>
      data(api.POST("/api/v1/meetings/{id}/steer", { params: { path: { id: meeting.id } }, body })),
    { refreshes },
  );
  const { problem } = steering;
  const steer: Steer = async (command, step = 0) => {
    await steering.submit({ command, step });
  };
  // What somebody has typed and not yet sent belongs to the meeting that they end.
  const end = async () => {
    await note.keep();
    await topic.keep();
    await steer("close");
  };
  const alerts = (
    <>
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
    </>
  );
  return (
    <AccountPage account={account}>
      <div className="row">
        <PageTitle of={account.name}>{t(`choice.MeetingKind.${meeting.kind}`)}</PageTitle>
        <Chip>{t(`choice.MeetingState.${meeting.state}`)}</Chip>
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
          <WriteButton variant="default" onClick={end}>
            {t("meeting.close")}
          </WriteButton>
        )}
      </div>
      <Presence room={room} />
      {meeting.state === "closed" ? (
        <>
          {alerts}
          <Minutes room={room} />
          {/* Somebody ended the meeting while this was written. */}
          {!note.empty && <Notes room={room} line={note} />}
        </>
      ) : (
        <>
          <Agenda room={room} names={agenda} steer={steer} />
          {/* Below what is pressed: it must not move away under a finger. */}
          {alerts}
          {running(room) && (
            <section aria-live="polite" className="stack">
              <div className="row">
                <h2 className="grow">{t(`meeting.step.${agenda[meeting.step] ?? agenda[0]}`)}</h2>
                <StepTimer room={room} minutes={meeting.duration / agenda.length} />
                <WriteButton
                  disabled={meeting.step + 1 >= agenda.length}
                  onClick={() => steer("step", meeting.step + 1)}
                >
                  {t("meeting.next")}
                </WriteButton>
              </div>
              {held === "focus" ? (
                <Topics room={room} steer={steer} line={topic} />
              ) : (
                <StepContent room={room} step={held} />
              )}
              <Notes room={room} line={note} />
            </section>
          )}
          {meeting.state === "planned" && <p className="muted">{t("meeting.notYet")}</p>}
        </>
      )}
      {form}
    </AccountPage>
  );
}

/** The step whose content is shown: a dialog in it that is being filled in does not go with it. */
function useHeld(step: Step): Step {
  const typing = useTypedInDialog();
  const [held, setHeld] = useState(step);
  if (!typing && held !== step) setHeld(step);
  return held;
}

const running = (room: Room) => room.meeting.state === "running";

/**
 * Who is there. While the meeting runs this is one line, with nobody and with many: whoever joins
 * must not move the agenda away under the finger of who presses a step just then.
 */
export function Presence({ room }: { room: Room }) {
  const { t } = useTranslation();
  const closed = room.meeting.state === "closed";
  if (room.attended.length === 0 && !running(room)) return null;
  const names = (closed ? room.attended : room.present)
    .map((id) => nameOf(room.people, id))
    .join(", ");
  return (
    <p className={running(room) ? "muted presence" : "muted"} title={names}>
      {t(closed ? "meeting.attended" : "meeting.present")} {names || "–"}
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

type Meeting = Schemas["Meeting"];

async function keepMinutes(written: { text: string; base: Meeting }): Promise<Meeting> {
  const { text, base } = written;
  try {
    return await data(
      api.PATCH("/api/v1/meetings/{id}", { params: asSeen(base), body: { minutes: text } }),
    );
  } catch (caught) {
    const now = caught instanceof ApiProblem && (caught.current as Meeting | undefined);
    // Something else of the meeting changed: that does not concern the minutes.
    if (now && now.minutes === base.minutes) return keepMinutes({ text, base: now });
    throw caught;
  }
}

/** The minutes, which wrote themselves and may be edited; the next meeting is proposed. */
export function Minutes({ room }: { room: Room }) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  // What is being written, and the meeting as it was when that began.
  const [draft, setDraft] = useState<{ text: string; base: Meeting }>();
  const [form, openForm] = useEntityForm();
  const { meeting } = room;
  const refreshes = [{ queryKey: ["meeting", meeting.id] }];
  const saving = useSend(keepMinutes, { refreshes });
  const theirs = saving.problem?.current as Meeting | undefined;
  const problem = theirs ? undefined : saving.problem;
  const typed = draft !== undefined && draft.text !== draft.base.minutes;
  const [leaving, setLeaving] = useState(false);
  useUnsaved(typed);
  const discard = () => {
    setDraft(undefined);
    saving.clear();
    setLeaving(false);
  };
  const save = async (text: string, base: Meeting) => {
    const taken = await saving.submit({ text, base });
    // Whoever wrote on meanwhile goes on from what is saved.
    if (taken)
      setDraft((now) => (now && now.text !== text ? { ...now, base: taken.answer } : undefined));
  };
  const mailing = useSend(
    () => data(api.POST("/api/v1/meetings/{id}/mail", { params: { path: { id: meeting.id } } })),
    {
      onSent: ({ recipients }) => toast({ message: t("meeting.mailed", { count: recipients }) }),
      refreshes,
    },
  );
  const mailedBy = room.people.find((one) => one.id === room.mailed?.by)?.name;
  const mail = `mailto:?subject=${encodeURIComponent(`${t("meeting.minutes")}: ${room.account.name}`)}&body=${encodeURIComponent(meeting.minutes)}`;
  return (
    <section className="card stack" aria-label={t("meeting.minutes")}>
      <h2>{t("meeting.minutes")}</h2>
      {problem && (
        <Alert color="red" role="alert">
          {problemText(problem.code, problem.message)}
        </Alert>
      )}
      {draft ? (
        <>
          {theirs && (
            <Conflict
              fields={[{ name: "minutes", kind: "prose" }]}
              mine={{ minutes: draft.text }}
              theirs={{ minutes: theirs.minutes }}
              onMine={() => save(draft.text, theirs)}
              onTheirs={() => {
                setDraft({ text: theirs.minutes, base: theirs });
                saving.clear();
              }}
            />
          )}
          <Textarea
            aria-label={t("meeting.minutes")}
            autosize
            value={draft.text}
            onChange={(event) => {
              const text = event.currentTarget.value;
              setDraft((now) => now && { ...now, text });
            }}
          />
          <div className="row">
            <Button onClick={() => save(draft.text, draft.base)}>{t("save")}</Button>
            <Button variant="default" onClick={() => (typed ? setLeaving(true) : discard())}>
              {t("cancel")}
            </Button>
          </div>
          {leaving && <DiscardQuestion onStay={() => setLeaving(false)} onDiscard={discard} />}
        </>
      ) : (
        <>
          <pre className="minutes">{meeting.minutes}</pre>
          {room.mailed && (
            <p>
              {t(mailedBy ? "meeting.mailedAtBy" : "meeting.mailedAt", {
                at: formatInstant(room.mailed.at),
                by: mailedBy,
              })}
            </p>
          )}
          <div className="row no-print">
            <WriteButton
              variant="default"
              onClick={() => setDraft({ text: meeting.minutes, base: meeting })}
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
              <WriteButton variant="default" onClick={() => mailing.send()}>
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
