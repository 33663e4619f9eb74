// @vitest-environment happy-dom
import { cleanup, screen, waitFor } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { noNetwork } from "../testing/server";
import { show, speak } from "../testing/stage";
import { NewVersionBanner } from "./connection";
import {
  compareVersion,
  isLostScript,
  isTyping,
  recoverLostScripts,
  reload,
  watchTyping,
} from "./new-version";

/** A page of interface `own`, below a server that brings `brings`; nothing: it is away. */
function page(own: string, brings?: string) {
  document.head.innerHTML = `<meta name="takt-version" content="${own}" />`;
  const asked = vi.fn(async (_: string) =>
    brings === undefined ? noNetwork() : Response.json({ status: "ok", version: brings }),
  );
  vi.stubGlobal("fetch", asked);
  const { person } = show(
    <>
      <NewVersionBanner />
      <textarea aria-label="Notiz" />
    </>,
  );
  return { person, asked };
}

const reloaded = vi.fn();
const gone = new TypeError("Failed to fetch dynamically imported module");
const loseScript = () =>
  window.dispatchEvent(Object.assign(new Event("vite:preloadError"), { payload: gone }));
const banner = () => screen.queryByText(/Es gibt eine neue Version von Takt/);

watchTyping();
recoverLostScripts();

beforeEach(async () => {
  await speak();
  sessionStorage.clear();
  reloaded.mockClear();
  vi.spyOn(window.location, "reload").mockImplementation(reloaded);
  return () => {
    document.head.innerHTML = `<meta name="takt-version" content="1" />`;
    compareVersion("1");
    vi.restoreAllMocks();
  };
});

describe("a newer interface", () => {
  it("is offered once the server names it, and loaded when the reader wants", async () => {
    const { person } = page("1", "2");
    compareVersion("1");
    compareVersion(undefined);
    expect(banner()).toBeNull();
    compareVersion("2");
    await screen.findByText(/Es gibt eine neue Version/);
    expect(reloaded).not.toHaveBeenCalled();
    await person.click(screen.getByRole("button", { name: "Neu laden" }));
    await waitFor(() => expect(reloaded).toHaveBeenCalledTimes(1));
  });

  it("is not offered where a page or the server does not know which it has", async () => {
    page("%VERSION%", "2");
    compareVersion("2");
    compareVersion("");
    expect(banner()).toBeNull();
  });

  it("is not loaded from a server that is away", async () => {
    const { asked } = page("1");
    await reload();
    expect(asked).toHaveBeenCalled();
    expect(reloaded).not.toHaveBeenCalled();
  });
});

describe("a script that is gone", () => {
  it("comes with the page loaded anew, once only", async () => {
    page("1", "2");
    loseScript();
    await waitFor(() => expect(reloaded).toHaveBeenCalledTimes(1));
    expect(isLostScript(gone)).toBe(true);
    // The service worker has answered with the old page again.
    cleanup();
    compareVersion("1");
    const { asked } = page("1", "2");
    loseScript();
    await waitFor(() => expect(asked).toHaveBeenCalled());
    await waitFor(() => expect(banner()).not.toBeNull());
    expect(reloaded).toHaveBeenCalledTimes(1);
  });

  it("leaves the page to somebody who types, and tells them", async () => {
    const { person } = page("1", "2");
    await person.type(screen.getByLabelText("Notiz"), "Frau Dr. Feldmann");
    loseScript();
    await screen.findByText(/Es gibt eine neue Version/);
    expect(reloaded).not.toHaveBeenCalled();
    expect(screen.getByLabelText("Notiz")).toHaveProperty("value", "Frau Dr. Feldmann");
  });

  it("is no reason to load anew where it is out of reach only", async () => {
    for (const brings of [undefined, "1"]) {
      const { asked } = page("1", brings);
      loseScript();
      await waitFor(() => expect(asked).toHaveBeenCalled());
      await Promise.all(asked.mock.results.map(({ value }) => value)).catch(() => undefined);
      expect(reloaded).not.toHaveBeenCalled();
      cleanup();
    }
  });
});

describe("typing", () => {
  it("is what stands in a field that is still there", async () => {
    const { person } = page("1", "1");
    expect(isTyping()).toBe(false);
    await person.type(screen.getByLabelText("Notiz"), "a");
    expect(isTyping()).toBe(true);
    await person.clear(screen.getByLabelText("Notiz"));
    expect(isTyping()).toBe(false);
    await person.type(screen.getByLabelText("Notiz"), "a");
    cleanup();
    expect(isTyping()).toBe(false);
  });

  it("may go on in every dialog", async () => {
    page("1", "1");
    const dialog = document.createElement("section");
    dialog.setAttribute("role", "dialog");
    document.body.append(dialog);
    expect(isTyping()).toBe(true);
    dialog.remove();
  });
});
