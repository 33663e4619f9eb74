// @vitest-environment happy-dom
import { waitFor } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { show } from "../testing/stage";
import { LeaveDialog } from "./leave-dialog";
import { useUnsaved } from "./unsaved";

const fetched = vi.hoisted(() => vi.fn());
vi.mock("./leave-question", () => {
  fetched();
  return { default: () => null };
});
const blocker = vi.hoisted(() => ({ status: "idle", proceed: vi.fn(), reset: vi.fn() }));
vi.mock("@tanstack/react-router", () => ({ useBlocker: () => blocker }));

beforeEach(() => {
  blocker.status = "idle";
});

function Page({ typed }: { typed: boolean }) {
  useUnsaved(typed);
  return <LeaveDialog />;
}

it("fetches its question as soon as something is typed: later it may be out of reach", async () => {
  const { again } = show(<Page typed={false} />);
  expect(fetched).not.toHaveBeenCalled();
  again(<Page typed />);
  await waitFor(() => expect(fetched).toHaveBeenCalledOnce());
});

it("lets go who was asked about what is stored by now", async () => {
  const { again } = show(<Page typed />);
  blocker.status = "blocked";
  again(<Page typed />);
  expect(blocker.proceed).not.toHaveBeenCalled();
  again(<Page typed={false} />);
  expect(blocker.proceed).toHaveBeenCalledOnce();
});
