// @vitest-environment happy-dom
import { useQuery } from "@tanstack/react-query";
import { screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { roomWith, sessionOf } from "../testing/room";
import { answered, serve } from "../testing/server";
import { show, speak } from "../testing/stage";
import type { Room, Topic } from "./room-query";
import { Topics } from "./topics";
import { useLine } from "./use-line";
import { useSteering } from "./use-steering";

beforeEach(() => speak("de"));

const topic = (id: string, more: Partial<Topic> = {}): Topic => ({
  id,
  title: id,
  group: null,
  author: null,
  mine: false,
  myDots: 0,
  dots: null,
  parked: false,
  cameFrom: null,
  ...more,
});

/** The room as its page shows it: fetched again whenever it changes. */
function TheRoom() {
  const room = useQuery<Room>({
    queryKey: ["meeting", "m"],
    queryFn: async () => (await fetch("/api/v1/meetings/m/room")).json(),
  }).data;
  return room ? <Shown room={room} /> : null;
}

function Shown({ room }: { room: Room }) {
  const line = useLine(async () => {});
  return <Topics room={room} lead={useSteering(room)} line={line} />;
}

it("counts two quick clicks as two votes, though the first is still on its way", async () => {
  let dots = 0;
  let arrive = () => {};
  const onTheWay = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const asked = serve(async ({ method, path, body }) => {
    if (path === "/session") return answered(sessionOf("k"));
    if (method === "GET")
      return answered(
        roomWith(
          { topicsRevealed: true, votesOpen: true },
          { proposals: [topic("Stammdaten", { myDots: dots })], dotsLeft: 3 - dots },
        ),
      );
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
  expect(asked.filter(({ method }) => method === "PUT").map(({ body }) => body)).toEqual([
    { proposal: "Stammdaten", dots: 1, seen: 0 },
    { proposal: "Stammdaten", dots: 2, seen: 1 },
  ]);
});

it("puts topics together with the keys alone, and goes on from where it went", async () => {
  let group: string | null = null;
  serve(({ method, path, body }) => {
    if (path === "/session") return answered(sessionOf("k"));
    if (method === "GET")
      return answered(
        roomWith(
          { topicsRevealed: true },
          { proposals: [topic("Liste"), topic("Listung", { group })] },
        ),
      );
    group = body.into as string;
    return answered();
  });
  const { person } = show(<TheRoom />);
  (await screen.findByRole("button", { name: "Mehr zu Listung" })).focus();
  await person.keyboard("{Enter}");
  const into = await screen.findByRole("menuitem", { name: "Zuordnen zu: Liste" });
  into.focus();
  await person.keyboard("{Enter}");
  expect(await screen.findByRole("button", { name: "Herauslösen: Listung" })).toBeTruthy();
  await waitFor(() => expect(document.activeElement?.id).toBe("topic-Listung"));
});

it("parks a topic after the votes are known, too, though none is put to another then", async () => {
  const asked = serve(({ path }) =>
    answered(
      path === "/session"
        ? sessionOf("k")
        : roomWith(
            { topicsRevealed: true, votesRevealed: true },
            { proposals: [topic("Liste", { dots: 3 }), topic("Preise", { dots: 1 })] },
          ),
    ),
  );
  const { person } = show(<TheRoom />);
  await person.click(await screen.findByRole("button", { name: "Mehr zu Preise" }));
  expect(await screen.findAllByRole("menuitem")).toHaveLength(1);
  await person.click(screen.getByRole("menuitem", { name: "Parken" }));
  await waitFor(() =>
    expect(asked.map(({ method, path }) => `${method} ${path}`)).toContain(
      "PUT /proposals/Preise/parked",
    ),
  );
});

it.each([
  ["k", true],
  ["j", false],
] as const)("only whoever facilitates reveals the topics: %s", async (reader, may) => {
  serve(({ path }) =>
    answered(path === "/session" ? sessionOf(reader) : roomWith({}, { facilitator: "k" })),
  );
  show(<TheRoom />);
  await screen.findByText("Noch kein Thema.");
  await waitFor(() =>
    expect(screen.queryByRole("button", { name: "Themen aufdecken" }) !== null).toBe(may),
  );
});
