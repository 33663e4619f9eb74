// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { answered, serve } from "../testing/server";
import { show, speak } from "../testing/stage";
import { AccountPage } from "./account-page";

vi.mock("@tanstack/react-router", async (original) => ({
  ...(await original<object>()),
  Link: ({ to, children }: { to: string; children: ReactNode }) => <a href={to}>{children}</a>,
}));

const page = (
  <AccountPage account={{ id: "t", name: "Teutonia" }}>
    <button type="button" id="c">
      Sabine Hoppe
    </button>
  </AccountPage>
);

beforeEach(async () => {
  await speak("de");
  serve(() => answered({ contribute: true, manage: false, parent: null }));
});
afterEach(() => {
  window.location.hash = "";
});

it("goes to the entry that the address names", async () => {
  window.location.hash = "#c";
  show(page);
  const entry = await screen.findByRole("button", { name: "Sabine Hoppe" });
  expect(document.activeElement).toBe(entry);
});

it.each(["", "#gone"])("stays at its top where the address names none: %j", async (hash) => {
  window.location.hash = hash;
  show(page);
  await screen.findByRole("button", { name: "Sabine Hoppe" });
  expect(document.activeElement).toBe(document.body);
});
