import { Button, SegmentedControl, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { formatDate } from "../app/format";
import { Contributors } from "../app/may";
import { optionsOf } from "../entity/fields";
import { nameOf } from "../entity/named";
import { useEntityForm } from "../entity/use-entity-form";
import { Chip } from "../ui/chip";
import type { Room } from "./room-page";
import type { Line } from "./use-line";

type NoteKind = Schemas["NoteKind"];

/** What is being written, and as what. */
export type NoteLine = Line & { kind: NoteKind; setKind: (kind: NoteKind) => void };

/** Decisions, notes and actions, written down where they were agreed. */
export function Notes({ room, line }: { room: Room; line: NoteLine }) {
  const { t } = useTranslation();
  const [form, open] = useEntityForm();
  const { meeting, people } = room;
  const actionFields = [
    { name: "title", kind: "text", required: true },
    {
      name: "assignee",
      kind: "reference",
      options: optionsOf(people),
    },
    { name: "due", kind: "date" },
    { name: "doneOn", kind: "date" },
  ] as const;
  return (
    <section className="card stack" aria-label={t("meeting.notes")}>
      <h3>{t("meeting.notes")}</h3>
      <Contributors>
        <form className="row" onSubmit={line.submit}>
          <SegmentedControl
            aria-label={t("field.kind")}
            value={line.kind}
            onChange={line.setKind}
            data={(["decision", "note"] as const).map((value) => ({
              value,
              label: t(`choice.NoteKind.${value}`),
            }))}
          />
          <TextInput
            className="grow"
            aria-label={t("meeting.noteText")}
            placeholder={t("meeting.noteText")}
            value={line.text}
            onChange={(event) => line.setText(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={line.empty}>
            {t("meeting.write")}
          </Button>
          <Button
            variant="default"
            onClick={() =>
              open({
                title: t("action.add"),
                collection: "/actions",
                parent: `/accounts/${room.account.id}/actions`,
                fields: [...actionFields],
                extra: { meeting: meeting.id },
              })
            }
          >
            {t("action.add")}
          </Button>
        </form>
      </Contributors>
      <ul className="list">
        {room.notes.map((note) => (
          <li key={note.id}>
            <Chip>{t(`choice.NoteKind.${note.kind}`)}</Chip> {note.title}
          </li>
        ))}
        {room.actions.map((action) => (
          <li key={action.id}>
            <button
              type="button"
              className="plain"
              onClick={() =>
                open({
                  title: t("action.edit"),
                  collection: "/actions",
                  fields: [...actionFields],
                  entity: action,
                })
              }
            >
              <Chip>{t("term.action")}</Chip> {action.title}{" "}
              <span className="muted">
                {nameOf(people, action.assignee)} · {formatDate(action.due)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {form}
    </section>
  );
}
