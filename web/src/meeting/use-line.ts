import { type FormEvent, useState } from "react";
import { v7 as newId } from "uuid";
import { useUnsaved } from "../unsaved/unsaved";

/**
 * A line that is typed, sent and then gone. What is typed while it is on its way stays; sent again
 * after an answer that was lost, it is the same entry.
 */
export function useLine(
  send: (line: { id: string; text: string }) => Promise<unknown>,
  /** It stands beside what the room looks at. */
  { beside }: { beside?: boolean } = {},
) {
  const [text, setText] = useState("");
  const [id, setId] = useState(() => newId());
  const empty = text.trim() === "";
  useUnsaved(!empty, { beside });
  /** Sends what is typed, if anything is. */
  const keep = async () => {
    if (empty) return;
    await send({ id, text });
    setText((now) => (now === text ? "" : now));
    setId(newId());
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    return keep();
  };
  return { text, setText, empty, keep, submit };
}

export type Line = ReturnType<typeof useLine>;
