// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, expect, it, vi } from "vitest";
import { show, speak } from "../testing/stage";
import { ParentLine } from "./parent-line";

vi.mock("@tanstack/react-router", async (original) => ({
  ...(await original<object>()),
  Link: ({ children, params }: { children: ReactNode; params: { account: string } }) => (
    <a href={`/${params.account}`}>{children}</a>
  ),
}));

beforeEach(() => speak("de"));

it.each([
  [null, "Konzern: Teutonia SE"],
  ["2026-11-24T09:00:00.000Z", "Konzern: Teutonia SE (archiviert)"],
])("names the parent, and says where it is archived: %s", (archivedAt, line) => {
  show(<ParentLine parent={{ id: "p", name: "Teutonia SE", archivedAt }} />);
  const link = screen.getByRole("link", { name: "Teutonia SE" });
  expect(link.getAttribute("href")).toBe("/p");
  expect(link.parentElement?.textContent).toBe(line);
});
