// @vitest-environment happy-dom
import { act, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { loaded, partOver } from "./part-over";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));
const lost = () => Promise.reject(new TypeError("Failed to fetch dynamically imported module"));
const Greeting = ({ name }: { name: string }) => <p>Guten Tag, {name}</p>;

it("leaves the page as it is while there is no network, and comes once there is", async () => {
  const load = vi.fn<() => Promise<{ default: typeof Greeting }>>(lost);
  const Over = partOver(load);
  render(
    <>
      <h1>Cockpit</h1>
      <Over name="Katrin" />
    </>,
  );
  await pass(20_000);
  expect(screen.getByRole("heading").textContent).toBe("Cockpit");
  expect(load.mock.calls.length).toBeGreaterThan(2);
  load.mockImplementation(() => Promise.resolve({ default: Greeting }));
  await pass(20_000);
  expect(screen.getByText("Guten Tag, Katrin")).toBeTruthy();
});

it("is there at once the second time", async () => {
  const Over = partOver(() => Promise.resolve({ default: Greeting }));
  const first = render(<Over name="Katrin" />);
  await pass(0);
  first.unmount();
  render(<Over name="Jonas" />);
  expect(screen.getByText("Guten Tag, Jonas")).toBeTruthy();
});

it("asks no more once it is not wanted, and less and less often", async () => {
  const load = vi.fn(lost);
  const Over = partOver(load);
  const shown = render(<Over />);
  await pass(600_000);
  expect(load.mock.calls.length).toBeLessThan(20);
  shown.unmount();
  const asked = load.mock.calls.length;
  await pass(600_000);
  expect(load.mock.calls.length).toBeLessThanOrEqual(asked);
  expect(await loaded(lost, () => false)).toBeUndefined();
});
