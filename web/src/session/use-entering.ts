import { useQueryClient } from "@tanstack/react-query";
import { keepCsrf } from "../api/client";
import { useSend } from "../api/use-send";
import type { SessionView } from "../app/session";
import { bringLanguageIn } from "./chosen-language";

/** Opens a session in one of the ways there are; everything else begins anew with it. */
export function useEntering() {
  const queries = useQueryClient();
  const entering = useSend(async (open: () => Promise<SessionView>) => {
    const opened = await open();
    keepCsrf(opened.csrf, opened.user?.id);
    await bringLanguageIn(opened);
  });
  return {
    problem: entering.problem,
    pending: entering.pending,
    /** Whether they are in. */
    enter: async (open: () => Promise<SessionView>) => {
      if (!(await entering.submit(open))) return false;
      queries.clear();
      return true;
    },
  };
}
