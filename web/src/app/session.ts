import { useQuery } from "@tanstack/react-query";
import { api, data, keepCsrf, type Schemas } from "../api/client";
import { keepZone, plusDays } from "./zone";

export type SessionView = Schemas["SessionView"];

/** Where clocks are put back, too. */
const longestDay = 25 * 3_600_000;

export const sessionQuery = {
  queryKey: ["session"],
  queryFn: async () => {
    const session = await data(api.GET("/api/v1/session"));
    keepCsrf(session.csrf, session.user?.id);
    await keepAnswersFor(session.user?.id ?? "");
    keepZone(session.timeZone);
    return session;
  },
  staleTime: 60_000,
  /** When the day is over there, the server says which comes next; a timer that is longer than it can be rings at once. */
  refetchInterval: ({ state: { data } }: { state: { data?: SessionView } }) => {
    if (!data) return false;
    const left = Date.parse(data.dayEnds) - Date.now();
    return left > 0 ? Math.min(left + 1_000, longestDay) : 60_000;
  },
} as const;

const reader = "takt-reader";

/** What is kept for reading without a network belongs to one person: it goes when another one comes. */
export async function keepAnswersFor(user: string) {
  try {
    if (localStorage.getItem(reader) === user) return;
    await caches.delete("takt-api");
    localStorage.setItem(reader, user);
  } catch {
    // A browser that keeps nothing has nothing to hand on.
  }
}

export function useSession() {
  return useQuery(sessionQuery).data;
}

/** The day where the reader is: the server's word. Without a network it goes on from the last one. */
export function todayOf(session: SessionView | undefined, now = Date.now()): string {
  if (!session) return "";
  const late = now - Date.parse(session.dayEnds);
  if (late < 0 || navigator.onLine) return session.today;
  return plusDays(session.today, 1 + Math.floor(late / 86_400_000));
}

/** For entry forms. Pages count by the organisation's day, which they come with. */
export function useToday(): string {
  return todayOf(useSession());
}
