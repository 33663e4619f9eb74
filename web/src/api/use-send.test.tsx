// @vitest-environment happy-dom
import { type InvalidateQueryFilters, QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook, waitFor } from "@testing-library/react";
import { type ReactNode, useEffect, useState } from "react";
import { describe, expect, it, vi } from "vitest";
import { newQueries } from "../testing/stage";
import { ApiProblem } from "./client";
import { ofAccounts, shownIn, useSend } from "./use-send";

const refusal = () => new ApiProblem(409, "conflict", "not now");

/** A request that the test answers. */
function onItsWay<T>() {
  let arrives = (_answer: T) => {};
  let isRefused = (_problem: ApiProblem) => {};
  const promise = new Promise<T>((resolve, reject) => {
    arrives = resolve;
    isRefused = reject;
  });
  return {
    request: () => promise,
    arrives: (answer: T) => arrives(answer),
    isRefused: (problem: ApiProblem) => isRefused(problem),
  };
}

function use<T>(hook: () => T, queries = newQueries()) {
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queries}>{children}</QueryClientProvider>
  );
  return renderHook(hook, { wrapper }).result;
}

describe("who sends", () => {
  it("sees that it is on its way, and gets the answer", async () => {
    const { request, arrives } = onItsWay<string>();
    const sending = use(() => useSend(request));
    expect(sending.current.pending).toBe(false);
    const answer = sending.current.send();
    await waitFor(() => expect(sending.current.pending).toBe(true));
    arrives("made");
    expect(await answer).toBe("made");
    await waitFor(() => expect(sending.current.pending).toBe(false));
  });

  it("goes on as soon as it has arrived, whatever is fetched again meanwhile", async () => {
    const queries = newQueries();
    vi.spyOn(queries, "invalidateQueries").mockReturnValue(new Promise(() => {}));
    const onSent = vi.fn();
    const refreshes = [{ queryKey: ["account"] }];
    const sending = use(() => useSend(async (n: number) => n + 1, { onSent, refreshes }), queries);
    sending.current.send(1);
    await waitFor(() => expect(onSent).toHaveBeenCalledWith(2, 1));
  });

  it("is told of a refusal where the answer is waited for", async () => {
    const sending = use(() => useSend(() => Promise.reject(refusal())));
    await act(() => expect(sending.current.send()).rejects.toMatchObject({ code: "conflict" }));
  });

  it("reads the problem at its place otherwise, until the next one is taken", async () => {
    let refuses = true;
    const sending = use(() => useSend(async () => refuses && Promise.reject(refusal())));
    expect(await act(() => sending.current.submit())).toBeUndefined();
    await waitFor(() => expect(sending.current.problem?.code).toBe("conflict"));
    refuses = false;
    expect(await act(() => sending.current.submit())).toEqual({ answer: false });
    await waitFor(() => expect(sending.current.problem).toBeUndefined());
  });

  it("can put the problem away", async () => {
    const sending = use(() => useSend(() => Promise.reject(refusal())));
    await act(() => sending.current.submit());
    await waitFor(() => expect(sending.current.problem).toBeDefined());
    act(() => sending.current.clear());
    await waitFor(() => expect(sending.current.problem).toBeUndefined());
  });

  it("never takes a mistake in the program for a refusal", async () => {
    const sending = use(() => useSend(() => Promise.reject(new TypeError("mistake"))));
    await act(() => expect(sending.current.submit()).rejects.toThrow("mistake"));
    expect(sending.current.problem).toBeUndefined();
  });

  it("sends once from an effect, though its component is drawn again while it is on its way", async () => {
    const asked = vi.fn(async (_n: number) => "taken");
    const begun = use(() => {
      // What sends is another function each time, as where it is written in a component.
      const { submit, send, clear, pending } = useSend((n: number) => asked(n));
      const [drawn, setDrawn] = useState(0);
      useEffect(() => {
        submit(1);
      }, [submit]);
      return { functions: [submit, send, clear], pending, drawn, drawAgain: setDrawn };
    });
    const { functions } = begun.current;
    await waitFor(() => expect(begun.current.pending).toBe(false));
    act(() => begun.current.drawAgain(1));
    expect(begun.current.drawn).toBe(1);
    expect(begun.current.functions).toEqual(functions);
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it("tries it though the browser says that there is no network", async () => {
    vi.spyOn(navigator, "onLine", "get").mockReturnValue(false);
    const sending = use(() => useSend(async () => "made"));
    expect(await act(() => sending.current.send())).toBe("made");
    vi.restoreAllMocks();
  });
});

describe("what is fetched again", () => {
  const kept = [
    ["account", "a", "cockpit"],
    ["account", "b", "cockpit"],
    ["plan", "c"],
    ["a page to come"],
    ["session"],
    ["users"],
  ];

  async function stale(refreshes: InvalidateQueryFilters[], refuses = false) {
    const queries = newQueries();
    for (const queryKey of kept) queries.setQueryData(queryKey, 1);
    const sending = use(
      () => useSend(async () => refuses && Promise.reject(refusal()), { refreshes }),
      queries,
    );
    await act(() => sending.current.submit());
    return kept.filter((queryKey) => queries.getQueryState(queryKey)?.isInvalidated);
  }

  it("is nothing where nothing is named", async () => {
    expect(await stale([])).toEqual([]);
  });

  it("is what is named", async () => {
    expect(await stale([{ queryKey: ["account", "a"] }])).toEqual([kept[0]]);
  });

  it("is nothing where it was refused", async () => {
    expect(await stale([ofAccounts], true)).toEqual([]);
  });

  it("is all that accounts are shown in, and neither session nor users, after an entity", async () => {
    expect(await stale([shownIn("/objectives")])).toEqual(kept.slice(0, 4));
  });

  it("is everything after a user, whose name may stand anywhere", async () => {
    expect(await stale([shownIn("/users")])).toEqual(kept);
  });
});

describe("what is shown ahead of the answer", () => {
  function shownAhead(request: () => Promise<unknown>) {
    return use(() => {
      const [shown, setShown] = useState("before");
      const sending = useSend(request, {
        ahead: () => {
          setShown("after");
          return () => setShown("before");
        },
      });
      return { shown, ...sending };
    });
  }

  it("stays where it is taken", async () => {
    const { request, arrives } = onItsWay();
    const page = shownAhead(request);
    const taken = page.current.submit();
    await waitFor(() => expect(page.current.shown).toBe("after"));
    arrives(undefined);
    await act(() => taken);
    expect(page.current.shown).toBe("after");
  });

  it("is taken back where it is refused", async () => {
    const { request, isRefused } = onItsWay();
    const page = shownAhead(request);
    const taken = page.current.submit();
    await waitFor(() => expect(page.current.shown).toBe("after"));
    isRefused(refusal());
    await act(() => taken);
    expect(page.current.shown).toBe("before");
  });
});
