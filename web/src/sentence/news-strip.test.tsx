// @vitest-environment happy-dom
import { screen, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, expect, it, vi } from "vitest";
import { answered, refused, serve } from "../testing/server";
import { show, speak } from "../testing/stage";
import { LazyNews } from "./lazy-news";
import { useNews } from "./use-news";

vi.mock("@tanstack/react-router", async (original) => ({
  ...(await original<object>()),
  Link: ({ to, children }: { to: string; children: ReactNode }) => <a href={to}>{children}</a>,
}));

const change = (revision: number, title: string) => ({
  revision,
  at: "2026-11-20T10:00:00Z",
  byUser: "j",
  entity: "signal",
  action: "created",
  reason: "",
  title,
  before: null,
  after: {},
});

const news = {
  since: "2026-11-17T15:00:00Z",
  count: 6,
  changes: [change(9, "Kurzarbeit"), change(8, "Neue Plattform")],
  people: [{ id: "j", name: "Jonas Albers" }],
};

beforeEach(() => speak("de"));

it("tells what others changed since the last visit, and that the reader is here", async () => {
  const asked = serve(({ method }) =>
    method === "GET" ? answered(news) : new Response(null, { status: 204 }),
  );
  show(<LazyNews account="a" />);
  const strip = await screen.findByRole("region", { name: "Neu seit Ihrem letzten Besuch" });
  expect(strip.textContent).toContain("Neu seit 17.11.2026");
  expect(strip.textContent).toContain("Kurzarbeit Jonas Albers hat angelegt: Signal");
  expect(screen.getByRole("link", { name: "Alle 6" })).toBeTruthy();
  await waitFor(() =>
    expect(asked).toContainEqual(
      expect.objectContaining({ method: "POST", path: "/accounts/a/visit" }),
    ),
  );
});

it.each([
  ["on a first visit", { since: null, count: 0, changes: [], people: [] }],
  ["where nothing is new", { ...news, count: 0, changes: [] }],
])("takes no place %s", async (_, told) => {
  const asked = serve(({ method }) =>
    method === "GET" ? answered(told) : new Response(null, { status: 204 }),
  );
  show(<LazyNews account="a" />);
  await waitFor(() => expect(asked.length).toBe(2));
  expect(screen.queryByRole("region")).toBeNull();
});

const told: unknown[] = [];
function Asks() {
  told.push(useNews("a"));
  return null;
}

it("keeps nobody waiting where nobody can be asked", async () => {
  serve(() => refused(503, "unavailable"));
  show(<Asks />);
  expect(told[0]).toBeUndefined();
  await waitFor(() => expect(told.at(-1)).toBeNull());
});
