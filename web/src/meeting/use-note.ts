import { useState } from "react";
import { api, data, type Schemas } from "../api/client";
import { ofAccounts, useSend } from "../api/use-send";
import { oneLine } from "../entity/fields";
import { type DayEntry, isDay } from "../ui/read-day";
import { type Room, roomQuery } from "./room-query";
import { useLine } from "./use-line";

/** What can be written down: a decision, a note, or who does what until when. */
export type Held = Schemas["NoteKind"] | "action";

/** What is being written down beside whatever the room looks at. */
export function useNote(room: Room) {
  const { meeting, account, focus } = room;
  const [kind, setKind] = useState<Held>("decision");
  const [assignee, setAssignee] = useState<string | null>(null);
  const [due, setDue] = useState<DayEntry>(null);
  const refreshes = [{ queryKey: roomQuery(meeting.id).queryKey }];
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
  const acting = useSend(
    (body: Schemas["ActionInput"]) =>
      data(
        api.POST("/api/v1/accounts/{account}/actions", {
          params: { path: { account: account.id } },
          body,
        }),
      ),
    { refreshes: [ofAccounts] },
  );
  const line = useLine(
    async ({ id, text }) => {
      const title = oneLine(text);
      if (kind !== "action") return noting.send({ id, kind, title });
      await acting.send({
        id,
        title,
        assignee,
        due: isDay(due) ? due : null,
        meeting: meeting.id,
        keyResult: focus?.kind === "key_result" ? focus.id : null,
      });
      setAssignee(null);
      setDue(null);
    },
    { beside: true },
  );
  // A day that can't be read is mended first.
  const wrong = kind === "action" && due !== null && !isDay(due);
  return { ...line, kind, setKind, assignee, setAssignee, due, setDue, wrong };
}

export type Note = ReturnType<typeof useNote>;
