// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, expect, it, vi } from "vitest";
import type { Schemas } from "../api/client";
import { today } from "../testing/questions";
import { answered, serve } from "../testing/server";
import { show, speak } from "../testing/stage";
import MyWorkPage from "./my-work-page";

vi.mock("@tanstack/react-router", async (original) => ({
  ...(await original<object>()),
  Link: ({ to, children }: { to: string; children: ReactNode }) => <a href={to}>{children}</a>,
}));
vi.mock("../app/link-button", () => ({
  LinkButton: ({
    to,
    params,
    children,
  }: {
    to: string;
    params: { account: string };
    children: ReactNode;
  }) => <a href={to.replace("$account", params.account)}>{children}</a>,
}));

const duty = (more: Partial<Schemas["Duty"]>) => ({
  kind: "question",
  account: "a",
  accountName: "Teutonia",
  id: "q",
  version: 1,
  keyResult: null,
  title: "Wer entscheidet?",
  due: "2026-11-24",
  daysOverdue: 2,
  count: 0,
  ...more,
});

beforeEach(() => speak("de"));

it("a question that I ask is mine, with the way to where it is answered", async () => {
  serve(({ path }) =>
    path === "/my-work"
      ? answered([duty({}), duty({ kind: "key_result", id: "k", title: "Stufe erreichen" })])
      : path === "/my-work/sentence"
        ? answered([])
        : answered({ today, dayEnds: "2099-01-01T00:00:00Z" }),
  );
  show(<MyWorkPage />);
  const mine = (await screen.findByText("Wer entscheidet?")).closest("li");
  expect(mine?.textContent).toContain("Teutonia · offene Frage · seit 2 Tagen überfällig");
  expect(screen.getByRole("link", { name: "Zur Frage" }).getAttribute("href")).toBe(
    "/accounts/a/questions",
  );
  const unminded = screen.getByRole("heading", { name: "Darauf achtet niemand" }).parentElement;
  expect(unminded?.textContent).toContain("Stufe erreichen");
  expect(unminded?.textContent).not.toContain("Wer entscheidet?");
});
