import { Alert, Button, CopyButton, Textarea } from "@mantine/core";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiProblem, api, asSeen, data, type Schemas } from "../api/client";
import { useSend } from "../api/use-send";
import { formatInstant } from "../app/format";
import { WriteButton } from "../app/may";
import { atHourOf } from "../app/zone";
import { Conflict } from "../entity/conflict";
import type { Field } from "../entity/fields";
import { nameOf } from "../entity/named";
import { useProblemText } from "../entity/problem-text";
import { type OpenForm, useEntityForm } from "../entity/use-entity-form";
import { toast } from "../ui/toast";
import { DiscardQuestion } from "../unsaved/form-dialog";
import { useUnsaved } from "../unsaved/unsaved";
import { meetingFields } from "./meeting-fields";
import { MinutesSheet } from "./minutes-sheet";
import { type Meeting, type Room, roomQuery } from "./room-query";

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
  // What is being written, what that began with, and the meeting as it was then.
  const [draft, setDraft] = useState<{ text: string; from: string; base: Meeting }>();
  const [form, openForm] = useEntityForm();
  const { meeting, minutesText } = room;
  const refreshes = [{ queryKey: roomQuery(meeting.id).queryKey }];
  const saving = useSend(keepMinutes, { refreshes });
  const theirs = saving.problem?.current as Meeting | undefined;
  const problem = theirs ? undefined : saving.problem;
  const typed = draft !== undefined && draft.text !== draft.from;
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
      setDraft((now) =>
        now && now.text !== text ? { ...now, from: text, base: taken.answer } : undefined,
      );
  };
  return (
    <section className="stack" aria-label={t("meeting.minutes")}>
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
                setDraft({ text: theirs.minutes, from: theirs.minutes, base: theirs });
                saving.clear();
              }}
            />
          )}
          <Textarea
            aria-label={t("meeting.minutes")}
            description={room.minutes ? t("meeting.editedForAll") : undefined}
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
          {room.minutes ? (
            <MinutesSheet meeting={meeting} minutes={room.minutes} />
          ) : (
            <pre className="minutes">{minutesText}</pre>
          )}
          <Ways
            room={room}
            refreshes={refreshes}
            openForm={openForm}
            onEdit={() => setDraft({ text: minutesText, from: minutesText, base: meeting })}
          />
        </>
      )}
      {form}
    </section>
  );
}

/** What is done with minutes: edited, copied, sent, printed; and the next meeting. */
function Ways({
  room,
  refreshes,
  openForm,
  onEdit,
}: {
  room: Room;
  refreshes: { queryKey: readonly string[] }[];
  openForm: OpenForm;
  onEdit: () => void;
}) {
  const { t } = useTranslation();
  const { meeting, minutesText } = room;
  const mailing = useSend(
    () => data(api.POST("/api/v1/meetings/{id}/mail", { params: { path: { id: meeting.id } } })),
    {
      onSent: ({ recipients }) => toast({ message: t("meeting.mailed", { count: recipients }) }),
      refreshes,
    },
  );
  const mailedBy = room.mailed?.by ? nameOf(room.people, room.mailed.by) : undefined;
  const mail = `mailto:?subject=${encodeURIComponent(`${t("meeting.minutes")}: ${room.account.name}`)}&body=${encodeURIComponent(minutesText)}`;
  return (
    <>
      {room.mailed && (
        <p className="muted">
          {t(mailedBy ? "meeting.mailedAtBy" : "meeting.mailedAt", {
            at: formatInstant(room.mailed.at),
            by: mailedBy,
          })}
        </p>
      )}
      <div className="row no-print">
        <WriteButton variant="default" onClick={onEdit}>
          {t("edit")}
        </WriteButton>
        <CopyButton value={minutesText}>
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
        <Button
          variant="default"
          component="a"
          href={`/api/v1/meetings/${meeting.id}/minutes/pdf`}
          download
        >
          {t("asPdf")}
        </Button>
        {room.next && <PlanNext meeting={meeting} next={room.next} openForm={openForm} />}
        <Link
          className="title-link"
          to="/accounts/$account/meetings"
          params={{ account: room.account.id }}
        >
          {t("meeting.title")}
        </Link>
      </div>
    </>
  );
}

/** Plans the next meeting as the server proposes it, at the hour of this one. */
function PlanNext({
  meeting,
  next,
  openForm,
}: {
  meeting: Meeting;
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
