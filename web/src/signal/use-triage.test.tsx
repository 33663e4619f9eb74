// @vitest-environment happy-dom
import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useUnsaved } from "../unsaved/unsaved";
import type { SignalView } from "./signal-card";
import { useTriage } from "./use-triage";

let hash = "";
let wide = true;
vi.mock("@tanstack/react-router", () => ({
  useLocation: () => hash,
  useNavigate: () => choose,
}));
const choose = vi.fn();
vi.mock("@mantine/hooks", async (original) => ({
  ...(await original<object>()),
  useMediaQuery: () => wide,
}));

const view = (id: string, waits = true) => ({ signal: { id }, waits }) as unknown as SignalView;

/** What is looked at, after each change of what there is and whether something is typed in a dialog. */
function watch(views: SignalView[]) {
  const { result, rerender } = renderHook(
    ({ there, typed }: { there: SignalView[]; typed: boolean }) => {
      useUnsaved(typed, { dialog: true });
      return useTriage(there);
    },
    { initialProps: { there: views, typed: false } },
  );
  return {
    chosen: () => result.current.chosen?.signal.id,
    later: (there: SignalView[], typed = false) => act(() => rerender({ there, typed })),
  };
}

afterEach(cleanup);
beforeEach(() => {
  hash = "";
  wide = true;
});

it("begins with the first that waits, and stays with it whatever comes before it", () => {
  const triage = watch([view("a", false), view("b"), view("c")]);
  expect(triage.chosen()).toBe("b");
  triage.later([view("new"), view("c"), view("b")]);
  expect(triage.chosen()).toBe("b");
});

it("stays with the one that somebody else answers", () => {
  const triage = watch([view("a"), view("b")]);
  triage.later([view("b"), view("a", false)]);
  expect(triage.chosen()).toBe("a");
});

it("keeps one that is gone for as long as something is typed about it", () => {
  const triage = watch([view("a"), view("b")]);
  triage.later([view("a"), view("b")], true);
  triage.later([view("b")], true);
  expect(triage.chosen()).toBe("a");
  triage.later([view("b")]);
  expect(triage.chosen()).toBe("b");
});

it("on a phone keeps one that is gone while something is typed, and opens none by itself", () => {
  wide = false;
  expect(watch([view("a")]).chosen()).toBeUndefined();
  hash = "a";
  const triage = watch([view("a"), view("b")]);
  triage.later([view("a"), view("b")], true);
  triage.later([view("b")], true);
  expect(triage.chosen()).toBe("a");
  triage.later([view("b")]);
  expect(triage.chosen()).toBeUndefined();
});

it("goes through the signals by j and k from anywhere but where one types", () => {
  document.body.innerHTML =
    '<button data-signal="a"></button><button data-signal="b"></button><input />';
  choose.mockReset();
  watch([view("a"), view("b")]);
  const press = (key: string, at: Element = document.body) =>
    at.dispatchEvent(new KeyboardEvent("keydown", { key, code: `Key${key}`, bubbles: true }));
  const [a, b] = document.querySelectorAll("button");
  // What is shown is "a", although nothing has the focus.
  press("j");
  expect(document.activeElement).toBe(b);
  expect(choose).toHaveBeenLastCalledWith(expect.objectContaining({ hash: "b" }));
  press("k");
  expect(document.activeElement).toBe(a);
  press("j", document.querySelector("input") as Element);
  expect(document.activeElement).toBe(a);
  document.body.innerHTML = "";
});
