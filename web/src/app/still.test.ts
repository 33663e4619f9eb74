import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { queryClient } from "./query-client";
import { whenStill } from "./still";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  queryClient.clear();
});

it("waits for what is still asked for, however long that takes", async () => {
  let answer = (_: string) => {};
  const asked = queryClient.fetchQuery({
    queryKey: ["slow"],
    queryFn: () => new Promise<string>((done) => (answer = done)),
  });
  const then = vi.fn();
  whenStill(then);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(then).not.toHaveBeenCalled();
  answer("there");
  await asked;
  await vi.advanceTimersByTimeAsync(500);
  expect(then).toHaveBeenCalledOnce();
});

it("does nothing where it was stopped", async () => {
  const then = vi.fn();
  whenStill(then)();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(then).not.toHaveBeenCalled();
});
