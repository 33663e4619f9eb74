// @vitest-environment happy-dom
import { useQuery } from "@tanstack/react-query";
import { screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { answered, serve } from "../testing/server";
import { show, speak } from "../testing/stage";
import type { Room } from "./room-page";
import { Topics } from "./topics";
import { useLine } from "./use-line";

const roomWith = (myDots: number) =>
  ({
    meeting: { id: "m", topicsRevealed: true, votesRevealed: false },
    dotsLeft: 3 - myDots,
    voters: 1,
    people: [],
    proposals: [
      { id: "p", title: "Stammdaten", group: null, author: null, mine: true, myDots, dots: null },
    ],
  }) as unknown as Room;

/** The room as its page shows it: fetched again whenever it changes. */
function TheRoom() {
  const room = useQuery<Room>({
    queryKey: ["meeting", "m"],
    queryFn: async () => (await fetch("/api/v1/meetings/m/room")).json(),
  }).data;
  const line = useLine(async () => {});
  return room && <Topics room={room} steer={async () => {}} line={line} />;
}

beforeEach(() => speak("de"));

it("counts two quick clicks as two votes, though the first is still on its way", async () => {
  let dots = 0;
  let arrive = () => {};
  const onTheWay = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  serve(async ({ method, body }) => {
    if (method === "GET") return answered(roomWith(dots));
    await onTheWay;
    dots = Number(body.dots);
    return answered();
  });
  const { person } = show(<TheRoom />);
  const vote = await screen.findByRole("button", { name: "Eine Stimme für Stammdaten" });
  await person.click(vote);
  await person.click(vote);
  arrive();
  await waitFor(() => expect(screen.getByText("2", { selector: ".strong" })).toBeTruthy());
});
