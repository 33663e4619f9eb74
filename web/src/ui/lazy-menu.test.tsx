// @vitest-environment happy-dom
import { screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { show, speak } from "../testing/stage";
import { LazyMenu } from "./lazy-menu";

vi.mock("../app/download", () => ({ download: () => {} }));
beforeEach(() => speak("de"));

it("opens by one press, does what is chosen, and leads back to its button", async () => {
  const chosen = vi.fn();
  const { person } = show(
    <LazyMenu
      position="bottom-end"
      button={<button type="button">Mehr</button>}
      entries={[{ label: "Bearbeiten", onClick: chosen }, false, { label: "Drucken", apart: true }]}
    />,
  );
  await person.click(screen.getByRole("button", { name: "Mehr" }));
  expect(await screen.findAllByRole("menuitem")).toHaveLength(2);
  await person.keyboard("{Escape}");
  await waitFor(() => expect(screen.queryByRole("menuitem")).toBeNull());
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Mehr" })),
  );
  await person.keyboard("{Enter}");
  await person.click(await screen.findByRole("menuitem", { name: "Bearbeiten" }));
  expect(chosen).toHaveBeenCalledOnce();
});

it("leads to a file as a link that saves it, by keyboard too", async () => {
  const { person } = show(
    <LazyMenu
      position="bottom-end"
      button={<button type="button">Mehr</button>}
      entries={[{ label: "Als Excel-Arbeitsmappe", file: "/api/v1/accounts/7/workbook" }]}
    />,
  );
  screen.getByRole("button", { name: "Mehr" }).focus();
  await person.keyboard("{Enter}");
  const entry = await screen.findByRole("menuitem", { name: "Als Excel-Arbeitsmappe" });
  expect(entry.getAttribute("href")).toBe("/api/v1/accounts/7/workbook");
  expect(entry.hasAttribute("download")).toBe(true);
  const asked = vi.fn(async () => new Response("x"));
  vi.stubGlobal("fetch", asked);
  await person.click(entry);
  expect(asked).toHaveBeenCalledOnce();
  await waitFor(() => expect(screen.queryByRole("menuitem")).toBeNull());
});
