import { api, data, type Schemas } from "../api/client";

export type Room = Schemas["RoomView"];
export type Meeting = Schemas["Meeting"];
export type Topic = Room["proposals"][number];

export const roomQuery = (meeting: string) => ({
  queryKey: ["meeting", meeting],
  queryFn: () => data(api.GET("/api/v1/meetings/{id}/room", { params: { path: { id: meeting } } })),
});

export const isRunning = (room: Room) => room.meeting.state === "running";
