import { api, data, type Schemas } from "../api/client";
import { useSend } from "../api/use-send";
import { useMay } from "../app/may";
import { useSession } from "../app/session";
import { type Room, roomQuery } from "./room-query";

/**
 * Who leads the room, and how it is led: its facilitator, or anybody who takes part while there is
 * none. `send` throws, `submit` leaves the refusal in `problem`.
 */
export function useSteering(room: Room) {
  const me = useSession()?.user?.id;
  const { contribute } = useMay();
  const { id } = room.meeting;
  const refreshes = [{ queryKey: roomQuery(id).queryKey }];
  const steering = useSend(
    (body: Schemas["Steering"]) =>
      data(api.POST("/api/v1/meetings/{id}/steer", { params: { path: { id } }, body })),
    { refreshes },
  );
  const saying = useSend(
    (ready: boolean) =>
      data(
        api.PUT("/api/v1/meetings/{id}/ready", {
          params: { path: { id } },
          body: { ready, step: room.meeting.step },
        }),
      ),
    { refreshes },
  );
  return {
    me,
    /** Whether the reader facilitates. */
    facilitates: me !== undefined && room.facilitator === me,
    leads: contribute && (room.facilitator === null || room.facilitator === me),
    submit: steering.submit,
    problem: steering.problem,
    pending: steering.pending,
    isReady: me !== undefined && room.ready.includes(me),
    sayReady: saying.send,
  };
}

export type Steering = ReturnType<typeof useSteering>;
