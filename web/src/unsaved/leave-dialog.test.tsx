// @vitest-environment happy-dom
import { waitFor } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { show } from "../testing/stage";
import { LeaveDialog } from "./leave-dialog";
import { useUnsaved } from "./unsaved";

const fetched = vi.hoisted(() => vi.fn());
vi.mock("./leave-question", () => {
  fetched();
  return { default: () => null };
});
vi.mock("@tanstack/react-router", () => ({ useBlocker: () => ({ status: "idle" }) }));

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
