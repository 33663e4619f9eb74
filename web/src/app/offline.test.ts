// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from "vitest";
import { workOffline } from "./offline";

const register = vi.fn(async () => undefined);

beforeEach(() => {
  register.mockClear();
  Object.defineProperty(navigator, "serviceWorker", { configurable: true, value: { register } });
});

function open(path: string) {
  history.replaceState(null, "", path);
  workOffline();
}

it("keeps nothing in the browser of a guest", () => {
  open("/shared/token");
  expect(register).not.toHaveBeenCalled();
});

it.each(["/", "/my-work", "/accounts/a/shared"])("works without a network from %s on", (path) => {
  open(path);
  expect(register).toHaveBeenCalledWith("/sw.js");
});
