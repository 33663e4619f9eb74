// @vitest-environment happy-dom

import { useQuery } from "@tanstack/react-query";
import {
  createMemoryHistory,
  createRootRoute,
  createRoute,
  createRouter,
  Outlet,
  RouterProvider,
} from "@tanstack/react-router";
import { screen } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { api } from "../api/client";
import { MayContext } from "../app/may";
import type { Cockpit } from "../cockpit/cockpit-query";
import { newQueries, show, speak } from "../testing/stage";
import { LeaveDialog } from "../unsaved/leave-dialog";
import { dropDraftsInTab } from "../unsaved/tab-drafts";
import { CycleStep } from "./cycle-step";
import { useDrafts } from "./use-drafts";

const proposal = { name: "2027 Q1", startsOn: "2027-01-01", endsOn: "2027-03-31" };
let cycles: object[] = [];
const fetched = vi.fn<() => Promise<unknown>>();

/** The last step of a first run, in which a row of another step may be typed and not stored. */
function FirstRun() {
  const [drafts, put] = useDrafts("first-run a");
  const { data } = useQuery({
    queryKey: ["account", "a", "cockpit"],
    queryFn: async () => {
      await fetched();
      return { account: { id: "a" }, cycles } as unknown as Cockpit;
    },
  });
  return (
    <MayContext value={{ contribute: true, manage: true }}>
      <textarea
        aria-label="Standorte"
        value={drafts.sites?.text ?? ""}
        onChange={(event) => put("sites", { text: event.target.value })}
      />
      {data && <CycleStep cockpit={data} drafts={drafts} put={put} />}
    </MayContext>
  );
}

function load() {
  const root = createRootRoute({
    component: () => (
      <>
        <Outlet />
        <LeaveDialog />
      </>
    ),
  });
  const page = (path: string, component: () => React.ReactNode) =>
    createRoute({ getParentRoute: () => root, path, component });
  const router = createRouter({
    routeTree: root.addChildren([
      page("/first-run", FirstRun),
      page("/cycles/$cycle/plan", () => <h1>Planung</h1>),
    ]),
    history: createMemoryHistory({ initialEntries: ["/first-run?step=cycle"] }),
  });
  const queries = newQueries();
  queries.setQueryData(["session"], { user: { id: "jonas" } });
  return show(<RouterProvider router={router as never} />, queries);
}

beforeEach(async () => {
  cycles = [];
  fetched.mockReset();
  fetched.mockResolvedValue(undefined);
  dropDraftsInTab();
  await speak("de");
  const answer = (data: unknown) => ({ data, response: new Response() });
  vi.spyOn(api, "GET").mockImplementation((async () => answer(proposal)) as never);
  vi.spyOn(api, "POST").mockImplementation((async () => {
    cycles = [{ cycle: { id: "c", state: "planning", ...proposal } }];
    return answer({ cycle: { id: "c" } });
  }) as never);
});

const make = () => screen.findByRole("button", { name: "Anlegen und Objectives planen" });

it("goes on to the plan of the cycle that it made", async () => {
  const { person } = load();
  await person.click(await make());
  expect(await screen.findByRole("heading", { name: "Planung" })).toBeTruthy();
});

it("waits for nothing that is fetched again", async () => {
  const { person } = load();
  const button = await make();
  fetched.mockReturnValue(new Promise(() => {}));
  await person.click(button);
  expect(await screen.findByRole("heading", { name: "Planung" })).toBeTruthy();
});

it("asks before, where a row of another step is not stored", async () => {
  const { person } = load();
  await person.type(await screen.findByLabelText("Standorte"), "?");
  await person.click(await make());
  await person.click(await screen.findByRole("button", { name: "Seite verlassen" }));
  expect(await screen.findByRole("heading", { name: "Planung" })).toBeTruthy();
});
