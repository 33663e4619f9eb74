// @vitest-environment happy-dom
import { screen, within } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { MayContext } from "../app/may";
import { roomWith } from "../testing/room";
import { answered, serve } from "../testing/server";
import { show, speak } from "../testing/stage";
import MeetingsPage from "./meetings-page";
import { PlannedRoom } from "./planned-room";

vi.mock("@tanstack/react-router", async (original) => ({
  ...(await original<object>()),
  Link: ({ children }: { children: React.ReactNode }) => <a href="/">{children}</a>,
  useParams: () => ({ account: "a" }),
  useNavigate: () => async () => {},
}));
vi.mock("../account/account-page", () => ({
  AccountPage: ({ children }: { children: React.ReactNode }) => children,
}));
vi.mock("../app/use-live", () => ({ useLive: () => undefined }));

beforeEach(() => speak("de"));

it("shows the day on which a meeting was held, not the one it was planned for", async () => {
  serve(({ path }) => {
    if (path.endsWith("/meetings-page"))
      return answered({
        account: { id: "a", name: "Teutonia" },
        today: "2026-11-27",
        meetings: [
          roomWith({
            state: "closed",
            plannedAt: "2026-11-30T09:00:00Z",
            startedAt: "2026-11-27T10:00:00Z",
          }).meeting,
        ],
      });
    if (path.includes("/cockpit")) return answered({ objectives: [], cycles: [], team: [] });
    return answered([]);
  });
  show(<MeetingsPage />);
  expect(await screen.findByText(/27\.11\.2026, 10:00/)).toBeTruthy();
  expect(screen.queryByText(/30\.11\.2026/)).toBeNull();
});

const room = (plannedAt: string) =>
  roomWith({ state: "planned", plannedAt, startedAt: null, stepStartedAt: null });

const begun = (plannedAt: string) => {
  const asked = serve(({ path }) =>
    path.includes("/cockpit") ? answered({ objectives: [], cycles: [], team: [] }) : answered({}),
  );
  const { person } = show(
    <MayContext value={{ contribute: true, manage: true, administer: false } as never}>
      <PlannedRoom room={room(plannedAt)} topic={{} as never} />
    </MayContext>,
  );
  return {
    person,
    starts: () => asked.filter(({ path }) => path.endsWith("/steer")).length,
    begin: () => person.click(screen.getByRole("button", { name: "Meeting beginnen" })),
  };
};

it("asks before it begins on another day than planned", async () => {
  const { person, starts, begin } = begun("2099-11-30T09:00:00Z");
  await begin();
  expect(starts()).toBe(0);
  const question = screen.getByRole("dialog", { name: "Heute beginnen?" });
  expect(within(question).getByText(/30\.11\.2099/)).toBeTruthy();
  await person.click(within(question).getByRole("button", { name: "Meeting beginnen" }));
  expect(starts()).toBe(1);
});

it("begins at once on its day", async () => {
  const { starts, begin } = begun(new Date().toISOString());
  await begin();
  expect(screen.queryByRole("dialog")).toBeNull();
  expect(starts()).toBe(1);
});
