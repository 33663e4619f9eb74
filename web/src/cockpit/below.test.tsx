// @vitest-environment happy-dom
import { act, cleanup, render, screen } from "@testing-library/react";
import { useLayoutEffect } from "react";
import { afterEach, beforeEach, expect, it } from "vitest";
import { Below } from "./below";

/** What stood on the page each time that something was put there. */
let stages: (string | null)[] = [];
function Watch() {
  useLayoutEffect(() => {
    stages.push(document.body.textContent);
  });
  return null;
}

beforeEach(() => {
  stages = [];
});
afterEach(cleanup);

const show = (atOnce: boolean) =>
  act(async () => {
    render(
      <main>
        first
        <Watch />
        <Below atOnce={atOnce}>
          , then the rest
          <Watch />
        </Below>
      </main>,
    );
  });

it("comes after what is seen first", async () => {
  await show(false);
  expect(stages[0]).toBe("first");
  expect(screen.getByRole("main").textContent).toBe("first, then the rest");
});

it("is there at once for whoever comes for it", async () => {
  await show(true);
  expect(stages[0]).toBe("first, then the rest");
});
