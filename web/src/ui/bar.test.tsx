// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { beforeAll, expect, it } from "vitest";
import { show, speak } from "../testing/stage";
import { Bar } from "./bar";

beforeAll(() => speak("de"));

const plain = (text: string | null) => (text ?? "").replaceAll("\u00a0", " ");
const bar = (progress: number | null, told = false) => {
  show(<Bar progress={progress} expected={0.5} told={told} />);
  const image = screen.getByRole("img");
  return {
    label: plain(image.getAttribute("aria-label")),
    figure: plain(image.textContent),
    fill: image.querySelector("i")?.style.width,
    tick: image.querySelector("u")?.style.left,
  };
};

it("fills nothing of what fell below its start, and says so", () => {
  const { label, figure, fill } = bar(-0.3);
  expect(fill).toBeUndefined();
  expect(figure).toBe("−30 %");
  expect(label).toBe("Fortschritt −30 %, unter dem Start, bis heute erwartet 50 %");
});

it("is full of what passed its target, and says by how much", () => {
  expect(bar(1.3)).toMatchObject({ figure: "130 %", fill: "100%" });
});

it("leaves the figure to what stands beside it", () => {
  expect(bar(1.3, true).figure).toBe("");
});

it.each([0, -5e-17, 0.3, 1 + 1e-12, null])("has no figure at a progress of %s", (progress) => {
  const { label, figure } = bar(progress);
  expect(figure).toBe("");
  expect(label).not.toContain("unter dem Start");
});

it("has but the tick while nothing is known", () => {
  expect(bar(null)).toMatchObject({ fill: undefined, tick: "50%" });
});

it("says the forecast, and shows no more of it than fits", () => {
  show(<Bar progress={0.5} expected={0.4} forecast={{ low: 0.6, high: 1.2 }} />);
  const image = screen.getByRole("img");
  expect(plain(image.getAttribute("aria-label"))).toContain("Prognose 60 % bis 120 %");
  expect(image.querySelector("s")?.style).toMatchObject({ left: "60%", width: "40%" });
});
