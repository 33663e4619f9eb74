// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { beforeAll, expect, it } from "vitest";
import { show, speak } from "../testing/stage";
import { Bar } from "./bar";

beforeAll(() => speak("de"));

const bar = (progress: number | null) => {
  show(<Bar progress={progress} expected={0.5} stale={false} />);
  const image = screen.getByRole("img");
  const label = (image.getAttribute("aria-label") ?? "").replaceAll("\u00a0", " ");
  return { label, mark: image.querySelector("s") };
};

it("marks what fell below its start, and says so", () => {
  const { label, mark } = bar(-0.3);
  expect(mark).not.toBeNull();
  expect(label).toBe("Fortschritt -30 %, unter dem Start, bis heute erwartet 50 %");
});

it.each([0, -5e-17, 0.3, 1.3, null])("has no such mark at a progress of %s", (progress) => {
  const { label, mark } = bar(progress);
  expect(mark).toBeNull();
  expect(label).not.toContain("unter dem Start");
});
