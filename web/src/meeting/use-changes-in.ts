import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useChangeWords } from "../activity/change-words";
import { measuresOf } from "../activity/measures";
import { reasonText } from "../activity/reason-text";
import { api, data, type Schemas } from "../api/client";
import type { Meeting } from "./room-query";

type Page = Schemas["ActivityPage"];

/** So many changes the server tells at a time. */
const most = 200;

/** What the minutes have a part for. */
const toldElsewhere = ["meeting", "meeting_note", "proposal", "action"];

const cameTo = (page: Page, state: Meeting["state"]) =>
  page.changes.find(({ after }) => (after as Partial<Meeting> | null)?.state === state)?.revision;

/** The change log of the account from the meeting's start to its end, newest first. */
async function changesIn({ id, account, kind }: Meeting): Promise<Page | null> {
  const read = (query: { entity?: string; before?: number }) =>
    data(
      api.GET("/api/v1/accounts/{account}/activity", {
        params: { path: { account }, query: { ...query, limit: most } },
      }),
    );
  const own = await read({ entity: id });
  const start = cameTo(own, "running");
  const end = cameTo(own, "closed");
  if (start === undefined || end === undefined) return null;
  const page = await read({ before: end });
  const without = kind === "flash" ? toldElsewhere : [...toldElsewhere, "open_question"];
  return {
    ...page,
    changes: page.changes.filter(
      ({ revision, entity }) => revision > start && !without.includes(entity),
    ),
  };
}

/** What was changed while a meeting ran, oldest first, in the words of the activity page; undefined until they are known. */
export function useChangesIn(meeting: Meeting): string[] | undefined {
  const { t } = useTranslation();
  const log = useQuery({
    queryKey: ["account", meeting.account, "changes-in", meeting.id],
    queryFn: () => changesIn(meeting),
    // What was, stays.
    staleTime: Number.POSITIVE_INFINITY,
  });
  const words = useChangeWords(measuresOf(log.data ? [log.data] : []));
  return log.data?.changes
    .map((change) => {
      const { what, facts } = words(change);
      const told = [what, ...facts].join(" · ");
      return change.reason ? `${told} (${reasonText(change.reason, t)})` : told;
    })
    .reverse();
}
