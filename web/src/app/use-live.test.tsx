// @vitest-environment happy-dom
import { QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { newQueries } from "../testing/stage";
import { useLive } from "./use-live";

/** The browser's end of a live connection, spoken to by the test. */
class FakeSource {
  static readonly CLOSED = 2;
  static opened: FakeSource[] = [];
  readyState = 1;
  onmessage?: (event: { data: string }) => void;
  onerror?: () => void;
  constructor(readonly url: string) {
    FakeSource.opened.push(this);
  }
  close() {
    this.readyState = FakeSource.CLOSED;
  }
  says(revision: number) {
    this.onmessage?.({ data: JSON.stringify({ revision }) });
  }
  /** Lost; the browser tries again by itself, unless it gives up. */
  breaks(forGood = false) {
    if (forGood) this.close();
    this.onerror?.();
  }
}

const opened = () => FakeSource.opened;
const last = () => opened().at(-1) as FakeSource;

function follow(account: string | undefined = "a", also?: string[]) {
  const queries = newQueries();
  const fetched = vi.spyOn(queries, "invalidateQueries").mockResolvedValue();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queries}>{children}</QueryClientProvider>
  );
  const hook = renderHook((of: string | undefined) => useLive(of, also), {
    wrapper,
    initialProps: account,
  });
  return { fetched, ...hook };
}

beforeEach(() => {
  FakeSource.opened = [];
  vi.stubGlobal("EventSource", FakeSource);
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

describe("what is shown is fetched again", () => {
  it("with the first word, because it was fetched before anybody listened", () => {
    const { fetched } = follow();
    expect(fetched).not.toHaveBeenCalled();
    last().says(7);
    expect(fetched.mock.calls).toEqual([[{ queryKey: ["account", "a"] }]]);
  });

  it("when the revision moves, and only then", () => {
    const { fetched } = follow();
    last().says(7);
    last().says(7);
    expect(fetched).toHaveBeenCalledTimes(1);
    last().says(8);
    expect(fetched).toHaveBeenCalledTimes(2);
  });

  it("after the connection was away, even if the revision is the same", () => {
    const { fetched } = follow();
    last().says(7);
    last().breaks();
    expect(fetched).toHaveBeenCalledTimes(1);
    last().says(7);
    expect(fetched).toHaveBeenCalledTimes(2);
    last().says(7);
    expect(fetched).toHaveBeenCalledTimes(2);
  });

  it("when the network is back", () => {
    const { fetched } = follow();
    window.dispatchEvent(new Event("online"));
    expect(fetched).toHaveBeenCalledTimes(1);
  });

  it("together with what the page asks for beside the account", () => {
    const { fetched } = follow("a", ["review", "c"]);
    last().says(1);
    expect(fetched.mock.calls).toEqual([
      [{ queryKey: ["account", "a"] }],
      [{ queryKey: ["review", "c"] }],
    ]);
  });
});

describe("the connection", () => {
  it("is left to the browser, as long as that tries again by itself", () => {
    follow();
    last().breaks();
    act(() => vi.advanceTimersByTime(60_000));
    expect(opened()).toHaveLength(1);
  });

  it("is opened again where the browser gave it up, and what was missed is fetched", () => {
    const { fetched } = follow();
    last().says(7);
    last().breaks(true);
    last().breaks(true);
    act(() => vi.advanceTimersByTime(60_000));
    expect(opened()).toHaveLength(2);
    last().says(7);
    expect(fetched).toHaveBeenCalledTimes(2);
  });

  it("follows the page to another account", () => {
    const { rerender } = follow();
    rerender("b");
    expect(opened().map(({ url, readyState }) => [url, readyState])).toEqual([
      ["/api/v1/accounts/a/live", 2],
      ["/api/v1/accounts/b/live", 1],
    ]);
  });

  it("is not opened before the account is known, and ends with the page", () => {
    const { rerender, unmount, fetched } = follow("");
    expect(opened()).toEqual([]);
    rerender("a");
    const [source] = opened();
    source?.breaks(true);
    unmount();
    act(() => vi.advanceTimersByTime(60_000));
    window.dispatchEvent(new Event("online"));
    expect(opened()).toHaveLength(1);
    expect(source?.readyState).toBe(2);
    expect(fetched).not.toHaveBeenCalled();
  });
});
