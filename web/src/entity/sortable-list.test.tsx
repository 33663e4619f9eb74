// @vitest-environment happy-dom
import type { DndContextProps } from "@dnd-kit/core";
import { act, screen, waitFor } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { answered, refused, serve } from "../testing/server";
import { show, speak } from "../testing/stage";
import { SortableList } from "./sortable-list";

// What a hand does, which needs a layout to do it in.
let drop: DndContextProps["onDragEnd"];
vi.mock("@dnd-kit/core", async (original) => ({
  ...(await original<object>()),
  DndContext: ({ onDragEnd, children }: DndContextProps) => {
    drop = onDragEnd;
    return children;
  },
}));

const items = ["one", "two", "three"].map((title) => ({ id: title, version: 4, title }));
const shown = () => screen.getAllByRole("listitem").map((item) => item.textContent);

async function dropFirstOnLast() {
  await speak("de");
  show(
    <SortableList
      collection="/objectives"
      items={items}
      render={(id) => <li aria-label={id}>{id}</li>}
    />,
  );
  const to = { active: { id: "one" }, over: { id: "three" } } as Parameters<
    NonNullable<typeof drop>
  >[0];
  const said = vi.fn();
  act(() => {
    Promise.resolve(drop?.(to)).catch(said);
  });
  return said;
}

it("shows the new order at once, and sends it with the version that was seen", async () => {
  const asked = serve(() => new Promise<Response>(() => {}));
  await dropFirstOnLast();
  await waitFor(() => expect(shown()).toEqual(["two", "three", "one"]));
  await waitFor(() =>
    expect(asked).toEqual([
      { method: "PUT", path: "/objectives/one/position", body: { position: 3 }, version: 4 },
    ]),
  );
});

it("stays in the new order where that is taken", async () => {
  const asked = serve(() => answered(items[0]));
  await dropFirstOnLast();
  await waitFor(() => expect(asked).toHaveLength(1));
  expect(shown()).toEqual(["two", "three", "one"]);
});

it("goes back to the order that holds where the new one is refused, and says so", async () => {
  serve(() => refused(412, "stale"));
  const said = await dropFirstOnLast();
  await waitFor(() => expect(said).toHaveBeenCalledWith(expect.objectContaining({ status: 412 })));
  await waitFor(() => expect(shown()).toEqual(["one", "two", "three"]));
});
