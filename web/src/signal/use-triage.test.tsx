// @vitest-environment happy-dom
import { act, renderHook } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { useUnsaved } from "../unsaved/unsaved";
import type { SignalView } from "./signal-card";
import { useTriage } from "./use-triage";

let hash = "";
let wide = true;
vi.mock("@tanstack/react-router", () => ({
  useLocation: () => hash,
  useNavigate: () => () => undefined,
}));
vi.mock("@mantine/hooks", () => ({ useMediaQuery: () => wide }));

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
