import { type FormEvent, useState } from "react";
import { v7 as newId } from "uuid";
import { useUnsaved } from "../unsaved/unsaved";

/**
 * A line that is typed, sent and then gone. What is typed while it is on its way stays; sent again
 * after an answer that was lost, it is the same entry.
 */
export function useLine<More extends unknown[]>(
  send: (line: { id: string; text: string }, ...more: More) => Promise<unknown>,
) {
  const [text, setText] = useState("");
  const [id, setId] = useState(() => newId());
  const empty = text.trim() === "";
  useUnsaved(!empty);
  const submit = async (event: FormEvent, ...more: More) => {
    event.preventDefault();
    if (empty) return;
    await send({ id, text }, ...more);
    setText((now) => (now === text ? "" : now));
    setId(newId());
  };
  return { text, setText, empty, submit };
}

export type Line<More extends unknown[] = []> = ReturnType<typeof useLine<More>>;
