// @vitest-environment happy-dom
import { screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { show, speak } from "../testing/stage";
import { LazyMenu } from "./lazy-menu";

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
