import { Button, SegmentedControl, Select, Textarea } from "@mantine/core";
import { IconGavel, IconNote, IconSquareCheck } from "@tabler/icons-react";
import { type KeyboardEvent, useId } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { formatDate, formatMoment } from "../app/format";
import { Contributors, useMay } from "../app/may";
import { type Field, optionsOf } from "../entity/fields";
import { nameOf } from "../entity/named";
import { type OpenForm, useEntityForm } from "../entity/use-entity-form";
import { DayInput } from "../ui/day-input";
import style from "./held.module.css";
import type { Room } from "./room-query";
import type { Held as Kind, Note } from "./use-note";

const icon = { size: 14, stroke: 1.75, "aria-hidden": true } as const;
const icons = { decision: IconGavel, action: IconSquareCheck, note: IconNote };
const kinds: Kind[] = ["decision", "action", "note"];

export const actionFields = (people: Room["people"]): Field[] => [
  { name: "title", kind: "text", required: true },
  { name: "assignee", kind: "reference", options: optionsOf(people) },
  { name: "due", kind: "date" },
  { name: "doneOn", kind: "date" },
];

const noteFields: Field[] = [
  { name: "kind", kind: "choice", of: "NoteKind", choices: ["decision", "note"] },
  { name: "title", kind: "text", required: true },
];

/** What was decided, who does what, what is good to know: always in sight, and written down here. */
export function Held({ room, note }: { room: Room; note: Note }) {
  const { t } = useTranslation();
  const id = useId();
  const [form, open] = useEntityForm();
  const entries = [
    ...room.notes.map((one) => ({ at: one.createdAt, note: one })),
    ...room.actions.map((one) => ({ at: one.createdAt, action: one })),
  ].sort((left, right) => left.at.localeCompare(right.at));
  return (
    <section className={style.held} aria-labelledby={id}>
      <h2 id={id}>{t("meeting.notes")}</h2>
      {entries.length === 0 && <p className="muted">{t("meeting.nothingHeld")}</p>}
      <ul className={style.entries} aria-live="polite" aria-relevant="additions">
        {entries.map((one) =>
          "note" in one ? (
            <NoteEntry key={one.note.id} note={one.note} open={open} />
          ) : (
            <ActionEntry key={one.action.id} action={one.action} room={room} open={open} />
          ),
        )}
      </ul>
      <Contributors>
        <Composer room={room} note={note} />
      </Contributors>
      {form}
    </section>
  );
}

/** One line of what it is, and the words, which open it for whoever may change it. */
function Entry({
  kind,
  facts,
  title,
  onOpen,
}: {
  kind: Kind;
  facts: (string | false | null)[];
  title: string;
  onOpen: () => void;
}) {
  const { t } = useTranslation();
  const { contribute } = useMay();
  const Icon = icons[kind];
  return (
    <li data-kind={kind}>
      <small>
        <Icon {...icon} />
        {[t(kind === "action" ? "meeting.action" : `choice.NoteKind.${kind}`), ...facts]
          .filter(Boolean)
          .join(" · ")}
      </small>
      {contribute ? (
        <button type="button" className="plain" onClick={onOpen}>
          {title}
        </button>
      ) : (
        <span>{title}</span>
      )}
    </li>
  );
}

function NoteEntry({ note, open }: { note: Schemas["MeetingNote"]; open: OpenForm }) {
  const { t } = useTranslation();
  return (
    <Entry
      kind={note.kind}
      facts={[formatMoment(Date.parse(note.createdAt))]}
      title={note.title}
      onOpen={() =>
        open({
          title: t("meeting.editNote"),
          collection: "/meeting-notes",
          fields: noteFields,
          entity: note,
        })
      }
    />
  );
}

function ActionEntry({
  action,
  room,
  open,
}: {
  action: Schemas["Action"];
  room: Room;
  open: OpenForm;
}) {
  const { t } = useTranslation();
  return (
    <Entry
      kind="action"
      facts={[
        action.assignee && nameOf(room.people, action.assignee),
        action.due && t("meeting.until", { date: formatDate(action.due) }),
      ]}
      title={action.title}
      onOpen={() =>
        open({
          title: t("action.edit"),
          collection: "/actions",
          fields: actionFields(room.people),
          entity: action,
        })
      }
    />
  );
}

function Composer({ room, note }: { room: Room; note: Note }) {
  const { t } = useTranslation();
  const { kind } = note;
  const keyed = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.currentTarget.form?.requestSubmit();
  };
  return (
    <form className={style.composer} onSubmit={note.submit}>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t("field.kind")}
        value={kind}
        onChange={note.setKind}
        data={kinds.map((value) => ({
          value,
          label: t(value === "action" ? "meeting.action" : `choice.NoteKind.${value}`),
        }))}
      />
      <Textarea
        aria-label={t(`meeting.ask.${kind}`)}
        placeholder={t(`meeting.ask.${kind}`)}
        autosize
        minRows={2}
        maxRows={6}
        value={note.text}
        onChange={(event) => note.setText(event.currentTarget.value)}
        onKeyDown={keyed}
      />
      {kind === "action" && (
        <div className={style.who}>
          <Select
            aria-label={t("field.assignee")}
            placeholder={t("meeting.who")}
            clearable
            searchable
            data={optionsOf(room.people)}
            value={note.assignee}
            onChange={note.setAssignee}
          />
          <DayInput
            aria-label={t("field.due")}
            placeholder={t("meeting.untilWhen")}
            value={note.due}
            onChange={note.setDue}
          />
        </div>
      )}
      <Button type="submit" variant="default" disabled={note.empty || note.wrong}>
        {t("meeting.write")}
      </Button>
    </form>
  );
}
