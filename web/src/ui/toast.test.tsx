// @vitest-environment happy-dom
import { act, screen } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { show } from "../testing/stage";
import { toast } from "./toast";

// How long a busy machine reads a file is no matter of the timers below.
beforeAll(() => import("./said"));
beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const pass = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));

it("says what was done for six seconds, and what went wrong until it is closed", async () => {
  show(null);
  await act(() => {
    toast({ message: "Check-in gespeichert." });
    toast({ kind: "wrong", message: "Der Server antwortet nicht." });
  });
  await pass(5_000);
  expect(screen.getByText("Check-in gespeichert.")).toBeTruthy();
  await pass(2_000);
  expect(screen.queryByText("Check-in gespeichert.")).toBeNull();
  expect(screen.getByRole("alert").textContent).toBe("Der Server antwortet nicht.");
});

it("says in place of what was said of the same before", async () => {
  show(null);
  await act(() => {
    toast({ id: "a", message: "archiviert" });
    toast({ id: "a", message: "wiederhergestellt" });
  });
  await pass(1_000);
  expect(screen.queryByText("archiviert")).toBeNull();
  expect(screen.getByText("wiederhergestellt")).toBeTruthy();
});

it("waits for whoever has come to its button by keyboard", async () => {
  show(null);
  await act(() => {
    toast({ message: "archiviert", action: <button type="button">Rückgängig</button> });
  });
  await pass(1_000);
  const undo = screen.getByRole("button", { name: "Rückgängig" });
  await act(() => undo.focus());
  await pass(20_000);
  expect(screen.getByText("archiviert")).toBeTruthy();
  await act(() => undo.blur());
  await pass(7_000);
  expect(screen.queryByText("archiviert")).toBeNull();
});
