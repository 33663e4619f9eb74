// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { show, speak } from "../testing/stage";
import { ConfirmDialog } from "./confirm-dialog";

beforeEach(() => speak("de"));

function ask() {
  const onConfirm = vi.fn();
  const onClose = vi.fn();
  const { person } = show(
    <ConfirmDialog title="Beginnen?" confirm="Beginnen" onConfirm={onConfirm} onClose={onClose}>
      Danach nur noch lesen.
    </ConfirmDialog>,
  );
  return { person, onConfirm, onClose };
}

it("does nothing before it is confirmed", async () => {
  const { person, onConfirm, onClose } = ask();
  expect(screen.getByRole("dialog", { name: "Beginnen?" })).toBeTruthy();
  await person.click(screen.getByRole("button", { name: "Abbrechen" }));
  expect(onClose).toHaveBeenCalledOnce();
  expect(onConfirm).not.toHaveBeenCalled();
});

it("closes and does it once it is confirmed", async () => {
  const { person, onConfirm, onClose } = ask();
  await person.click(screen.getByRole("button", { name: "Beginnen" }));
  expect(onClose).toHaveBeenCalledOnce();
  expect(onConfirm).toHaveBeenCalledOnce();
});
