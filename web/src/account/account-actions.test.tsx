// @vitest-environment happy-dom
import { screen, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, expect, it, vi } from "vitest";
import { answered, serve } from "../testing/server";
import { show, speak } from "../testing/stage";
import { AccountActions } from "./account-actions";
import { AccountTestimonials } from "./account-testimonials";

vi.mock("@tanstack/react-router", async (original) => ({
  ...(await original<object>()),
  Link: ({ children }: { children: ReactNode }) => <a href="/">{children}</a>,
}));

beforeEach(() => speak());

const action = (id: string, more: object = {}) => ({
  id,
  version: 1,
  account: "a",
  title: `Maßnahme ${id}`,
  assignee: null,
  due: null,
  doneOn: null,
  keyResult: null,
  ...more,
});

it("tells the actions of the whole account, the most urgent first, and takes one back that was done", async () => {
  const asked = serve(({ method, path }) => {
    if (method === "PATCH") return answered(action("soon", { version: 2 }));
    return path === "/accounts/a/actions"
      ? answered([
          action("some day"),
          action("later", { due: "2026-12-20" }),
          action("soon", { due: "2026-11-28", keyResult: "k" }),
          action("old", { doneOn: "2026-11-02" }),
        ])
      : answered({ user: null });
  });
  const { person } = show(<AccountActions account="a" team={[]} people={[]} onOpen={vi.fn()} />);
  const titles = (await screen.findAllByText(/^Maßnahme (some|later|soon|old)/)).map(
    ({ textContent }) => textContent,
  );
  expect(titles).toEqual(["Maßnahme soon", "Maßnahme later", "Maßnahme some day", "Maßnahme old"]);
  await person.click(screen.getByLabelText("Erledigt: Maßnahme soon"));
  const undo = await screen.findByText("Rückgängig");
  await person.click(undo.closest("button") as HTMLElement);
  await waitFor(() => expect(asked.filter(({ method }) => method === "PATCH")).toHaveLength(2));
  expect(asked.filter(({ method }) => method === "PATCH")[1]).toMatchObject({
    path: "/actions/soon",
    version: 2,
    body: { doneOn: null },
  });
});

it("says where a testimonial was used, and which sites have seen none", async () => {
  serve(({ path }) => {
    if (path === "/accounts/a/testimonials")
      return answered([
        {
          id: "t",
          account: "a",
          text: "Läuft vom ersten Tag an.",
          site: "g",
          contact: null,
          keyResult: "k",
          receivedOn: "2026-10-08",
          released: true,
        },
      ]);
    if (path === "/accounts/a/testimonial-uses")
      return answered([{ id: "u", testimonial: "t", site: "b", usedOn: "2026-11-01" }]);
    return answered({ entries: [] });
  });
  show(
    <AccountTestimonials
      account="a"
      sites={[
        { value: "g", label: "Gütersloh" },
        { value: "b", label: "Bielefeld" },
        { value: "l", label: "Lehrte" },
      ]}
      contacts={[]}
      onOpen={vi.fn()}
    />,
  );
  expect(await screen.findByText(/genutzt in Bielefeld/)).toBeTruthy();
  expect(screen.getByText("Noch keine Kundenstimme gesehen: Lehrte.")).toBeTruthy();
});
