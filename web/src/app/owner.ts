import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useLayoutEffect, useState } from "react";
import { writeOnlyAs } from "../api/client";
import { dropAllDrafts } from "../supply/grid-draft";
import { forgetUnsaved, useAnyUnsaved } from "../unsaved/unsaved";
import type { SessionView } from "./session";

/**
 * Whose the pages in this tab are. While something of theirs is typed and the session ended, or
 * became another one's, they are `away`: the page waits for them, and for `discard`.
 */
export function useOwner(session: SessionView | undefined) {
  const queries = useQueryClient();
  const unsaved = useAnyUnsaved();
  const user = session?.user ?? undefined;
  const [owner, setOwner] = useState(user);
  const away = session !== undefined && owner !== undefined && owner.id !== user?.id && unsaved;
  // What is known of them may change meanwhile, e.g. their name.
  if (user && user !== owner && !away) setOwner(user);

  useLayoutEffect(() => writeOnlyAs(owner?.id), [owner?.id]);
  const [reader, setReader] = useState(owner?.id);
  useEffect(() => {
    if (!owner || owner.id === reader) return;
    setReader(owner.id);
    if (!reader) return;
    // What was read for another one is theirs.
    dropAllDrafts();
    queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== "session" });
  }, [owner, reader, queries]);

  // Nothing of the next one is shown before that has happened.
  const ready = !owner || !reader || owner.id === reader;

  const discard = () => {
    dropAllDrafts();
    forgetUnsaved();
    setOwner(user);
  };
  return { owner, away, ready, discard };
}
