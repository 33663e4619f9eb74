// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { MayContext } from "../app/may";
import type { Cockpit } from "../cockpit/cockpit-query";
import { show, speak } from "../testing/stage";
import { ShareStep } from "./share-step";

vi.mock("../app/link-button", () => ({
  LinkButton: ({ children }: { children: string }) => <a href="/">{children}</a>,
}));
vi.mock("../supply/paste-supply", () => ({ PasteSupply: () => <textarea /> }));

const cockpit = {
  account: { id: "a" },
  productAreas: [{ id: "p" }],
  supply: { period: "quarter", startsOn: "2026-10-01" },
} as unknown as Cockpit;

const step = (contribute: boolean) =>
  show(
    <MayContext value={{ contribute, manage: false }}>
      <ShareStep cockpit={cockpit} drafts={{}} put={() => {}} />
    </MayContext>,
  );

it("asks nobody to paste who may only read", async () => {
  await speak("de");
  step(false);
  expect(screen.getByText("Zahlen gibt es bis Q4 2026.")).toBeTruthy();
  expect(screen.queryByText(/einfügen/)).toBeNull();
  expect(screen.queryByRole("textbox")).toBeNull();
});

it("tells who writes what becomes of what they paste", async () => {
  await speak("de");
  step(true);
  expect(screen.getByText(/Was Sie einfügen, kommt dazu/)).toBeTruthy();
});
