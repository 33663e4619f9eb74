import { Button, SegmentedControl, TextInput } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { api, data, type Schemas } from "../api/client";
import { useSend } from "../api/use-send";
import { formatDate } from "../app/format";
import { Contributors } from "../app/may";
import { optionsOf } from "../entity/fields";
import { nameOf } from "../entity/named";
import { useEntityForm } from "../entity/use-entity-form";
import type { Room } from "./room-page";

/** Decisions, notes and actions, written down where they were agreed. */
export function Notes({ room }: { room: Room }) {
  const { t } = useTranslation();
  const [form, open] = useEntityForm();
  const [kind, setKind] = useState<Schemas["NoteKind"]>("decision");
  const [title, setTitle] = useState("");
  const { meeting, people } = room;
  const adding = useSend(
    () =>
      data(
        api.POST("/api/v1/meetings/{parent}/meeting-notes", {
          params: { path: { parent: meeting.id } },
          body: { id: newId(), kind, title, step: meeting.step },
        }),
      ),
    {
      onSent: () => setTitle(""),
      refreshes: [{ queryKey: ["meeting", meeting.id] }],
    },
  );
  const add = async (event: FormEvent) => {
    event.preventDefault();
    await adding.send();
  };
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
        <form className="row" onSubmit={add}>
          <SegmentedControl
            aria-label={t("field.kind")}
            value={kind}
            onChange={setKind}
            data={(["decision", "note"] as const).map((value) => ({
              value,
              label: t(`choice.NoteKind.${value}`),
            }))}
          />
          <TextInput
            className="grow"
            aria-label={t("meeting.noteText")}
            placeholder={t("meeting.noteText")}
            value={title}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <Button type="submit" variant="default" disabled={title.trim() === ""}>
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
            <span className="chip">{t(`choice.NoteKind.${note.kind}`)}</span> {note.title}
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
              <span className="chip">{t("term.action")}</span> {action.title}{" "}
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
