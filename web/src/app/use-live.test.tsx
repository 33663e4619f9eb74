// @vitest-environment happy-dom
import { QueryClientProvider, QueryObserver } from "@tanstack/react-query";
import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { liveBrowser, streams } from "../testing/live";
import { newQueries } from "../testing/stage";
import { useConnection, useLive } from "./use-live";

interface Shown {
  account?: string;
  user?: string;
}

/** Katrin's page of an account. */
function follow(account: string | undefined = "a", also?: string[]) {
  const queries = newQueries();
  const fetched = vi.spyOn(queries, "invalidateQueries").mockResolvedValue();
  const dropped = vi.spyOn(queries, "resetQueries").mockResolvedValue();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queries}>{children}</QueryClientProvider>
  );
  const hook = renderHook(
    (now: Shown) => {
      useLive(now.account, also);
      return useConnection(now.user);
    },
    { wrapper, initialProps: { account, user: "katrin" } as Shown },
  );
  const of = (key: string) =>
    fetched.mock.calls.filter(([filter]) => filter?.queryKey?.[1] === key).length;
  const all = () => fetched.mock.calls.filter(([filter]) => filter === undefined).length;
  return { queries, fetched, dropped, of, all, ...hook };
}

const says = (said: object) => act(() => streams().at(-1)?.says(said));
const begins = { user: "katrin", version: "1" };
const pass = (seconds: number) => act(() => vi.advanceTimersByTimeAsync(seconds * 1_000));

beforeEach(() => {
  liveBrowser();
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

describe("what is shown of an account is fetched again", () => {
  it("when a stream begins, because what it missed is not told", () => {
    const { of } = follow();
    expect(of("a")).toBe(0);
    says(begins);
    says(begins);
    expect(of("a")).toBe(2);
  });

  it("when its revision moves, and only then", () => {
    const { of } = follow();
    says({ ledger: "a", revision: 7 });
    says({ ledger: "a", revision: 7 });
    says({ ledger: "b", revision: 8 });
    says({ version: "1" });
    expect(of("a")).toBe(1);
    says({ ledger: "a", revision: 8 });
    expect(of("a")).toBe(2);
  });

  it("when the network is back", () => {
    const { of } = follow();
    window.dispatchEvent(new Event("online"));
    expect(of("a")).toBe(1);
  });

  it("together with what the page asks for beside the account", () => {
    const { of } = follow("a", ["review", "c"]);
    says({ ledger: "a", revision: 1 });
    expect([of("a"), of("c")]).toEqual([1, 1]);
  });

  it("of the account that is shown by now, and of none before it is known", () => {
    const { of, rerender } = follow("");
    says({ ledger: "a", revision: 1 });
    rerender({ account: "b", user: "katrin" });
    says({ ledger: "a", revision: 2 });
    says({ ledger: "b", revision: 2 });
    expect([of("a"), of("b")]).toEqual([0, 1]);
    expect(streams()).toHaveLength(1);
  });
});

describe("when another account changes", () => {
  it("pages that are not shown are fetched when they are", () => {
    const { fetched } = follow();
    says({ ledger: "b", revision: 1 });
    expect(fetched).toHaveBeenCalledWith({ type: "inactive", refetchType: "none" });
  });

  it("what a parent and its children show of each other is fetched, and nothing else", () => {
    const { queries, fetched } = follow();
    fetched.mockRestore();
    const asked: unknown[] = [];
    for (const account of ["a", "b"])
      for (const part of ["children", "permissions", "cockpit"])
        new QueryObserver(queries, {
          queryKey: ["account", account, part],
          queryFn: ({ queryKey }) => asked.push(queryKey.slice(1).join(" ")),
          initialData: 0,
          staleTime: Number.POSITIVE_INFINITY,
        }).subscribe(() => {});
    says({ ledger: "b", revision: 1 });
    expect(asked).toEqual(["a children", "a permissions"]);
  });
});

describe("silence", () => {
  it("shows after 45 seconds, goes with the first word, and everything is fetched again", async () => {
    const { result, all } = follow();
    says(begins);
    const heard = Date.now();
    await pass(44);
    expect(result.current.silent).toBe(false);
    await pass(1);
    expect(result.current).toEqual({ silent: true, heard });
    expect(all()).toBe(0);
    says(begins);
    expect(result.current.silent).toBe(false);
    expect(all()).toBe(1);
    says(begins);
    expect(all()).toBe(1);
  });
});

describe("the stream", () => {
  it("is open while somebody is signed in", async () => {
    const { rerender, unmount } = follow();
    expect(streams()).toHaveLength(1);
    rerender({ account: "a", user: undefined });
    expect(streams()).toHaveLength(0);
    await pass(0);
    rerender({ account: "a", user: "jonas" });
    expect(streams()).toHaveLength(1);
    unmount();
    expect(streams()).toHaveLength(0);
  });

  it("that is somebody else's by now drops what is shown", () => {
    const { dropped } = follow();
    says(begins);
    expect(dropped).not.toHaveBeenCalled();
    says({ user: "jonas", version: "1" });
    expect(dropped).toHaveBeenCalledWith();
  });

  it("that is refused asks who is signed in", () => {
    const { fetched } = follow();
    act(() => streams()[0]?.breaks(true));
    expect(fetched.mock.calls).toEqual([[{ queryKey: ["session"] }]]);
  });
});
