import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Suspense, useCallback, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { AccountPage } from "../account/account-page";
import { api, data } from "../api/client";
import { useSend } from "../api/use-send";
import { lazyPart } from "../app/lazy-part";
import { Loading } from "../app/shell";
import { useLive } from "../app/use-live";
import { Held } from "./held";
import { Minutes } from "./minutes";
import { PlannedRoom } from "./planned-room";
import style from "./room.module.css";
import { RoomHead } from "./room-head";
import { isRunning, type Room, roomQuery } from "./room-query";
import { RunningRoom } from "./running-room";
import { useLine } from "./use-line";
import { useNote } from "./use-note";

const RoomWall = lazyPart(() => import("./room-wall"));

/** A meeting, run live: everybody on their own device, one on the wall, all at the same step. */
export default function RoomPage() {
  const { meeting } = useParams({ from: "/meetings/$meeting" });
  const { wall } = useSearch({ from: "/meetings/$meeting" });
  const navigate = useNavigate();
  const { queryKey, queryFn } = roomQuery(meeting);
  const query = useQuery({ queryKey, queryFn, refetchInterval: 30_000 });
  useLive(query.data?.account.id, queryKey);
  usePresence(meeting, query.data?.meeting.state === "running");
  const leaveWall = useCallback(
    () => navigate({ to: "/meetings/$meeting", params: { meeting }, search: {}, replace: true }),
    [navigate, meeting],
  );
  if (!query.data) return <Loading />;
  const room = query.data;
  return (
    <AccountPage account={room.account} whole>
      <MeetingRoom key={meeting} room={room} offline={query.isError} />
      {wall && (
        <Suspense fallback={null}>
          <RoomWall room={room} onClose={leaveWall} />
        </Suspense>
      )}
    </AccountPage>
  );
}

/** While the meeting runs, says every now and then that somebody looks at it. */
function usePresence(meeting: string, running: boolean) {
  useEffect(() => {
    if (!running) return;
    const there = () =>
      api
        .POST("/api/v1/meetings/{id}/presence", { params: { path: { id: meeting } } })
        .catch(() => undefined);
    there();
    const timer = setInterval(there, 20_000);
    return () => clearInterval(timer);
  }, [meeting, running]);
}

function MeetingRoom({ room, offline }: { room: Room; offline: boolean }) {
  const { t } = useTranslation();
  const { meeting } = room;
  const proposing = useSend(
    (body: { id: string; title: string }) =>
      data(
        api.POST("/api/v1/meetings/{parent}/proposals", {
          params: { path: { parent: meeting.id } },
          body,
        }),
      ),
    { refreshes: [{ queryKey: roomQuery(meeting.id).queryKey }] },
  );
  // They outlive the step, which somebody else may leave while one writes, and the meeting's end.
  const topic = useLine(({ id, text }) => proposing.send({ id, title: text }), {
    beside: isRunning(room),
  });
  const note = useNote(room);
  if (meeting.state === "planned") return <PlannedRoom room={room} topic={topic} />;
  if (isRunning(room))
    return <RunningRoom room={room} offline={offline} topic={topic} note={note} />;
  return (
    <>
      <RoomHead room={room} />
      <div className={style.closed}>
        <Minutes room={room} />
        {/* Somebody ended the meeting while this was written. */}
        {!note.empty && (
          <aside aria-label={t("meeting.notes")}>
            <Held room={room} note={note} />
          </aside>
        )}
      </div>
    </>
  );
}
