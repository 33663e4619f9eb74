// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, expect, it, vi } from "vitest";
import { show, speak } from "../testing/stage";
import { EffectMatrix, type Point } from "./effect-matrix";
import { spread } from "./spread";

vi.mock("@tanstack/react-router", () => ({
  Link: ({ children, hash, to: _to, params: _params, ...props }: Record<string, unknown>) => (
    <a href={`#${hash}`} {...props}>
      {children as ReactNode}
    </a>
  ),
}));

const borders = { result: 0.7, effect: 0.5 };
const point = (id: string, more: Partial<Point> = {}): Point => ({
  id,
  title: id,
  cycle: "c",
  result: 0.9,
  effect: 1,
  soFar: null,
  quadrant: "worked",
  running: false,
  ...more,
});

beforeEach(() => speak("de"));

it("draws its borders where the server says that they are", () => {
  const worked = (at: { result: number; effect: number }) => {
    const { unmount } = show(<EffectMatrix points={[]} borders={at} />);
    const { style } = screen.getByText("hat gewirkt").parentElement as HTMLElement;
    const drawn = [style.left, style.bottom].map(Number.parseFloat);
    unmount();
    return drawn;
  };
  const [lowEffect, lowResult] = worked({ result: 0.5, effect: 0.2 });
  const [highEffect, highResult] = worked({ result: 0.9, effect: 0.6 });
  expect(highEffect).toBeGreaterThan(lowEffect ?? 0);
  expect(highResult).toBeGreaterThan(lowResult ?? 0);
});

it("fills a dot once its cycle is over, and leaves it hollow for what was read before the middle", () => {
  show(
    <EffectMatrix
      borders={borders}
      points={[
        point("zu"),
        point("früh", { effect: null, soFar: 0.4, quadrant: "unknown" }),
        point("läuft", { running: true }),
      ]}
    />,
  );
  const hollow = (name: RegExp) => screen.getByRole("link", { name }).dataset.hollow;
  expect(hollow(/^1 zu/)).toBeUndefined();
  expect(hollow(/^2 früh.*bisher, Wirkung unbekannt$/)).toBe("true");
  expect(hollow(/^3 läuft/)).toBe("true");
});

it("gives what has no figure a place of its own", () => {
  show(
    <EffectMatrix
      borders={borders}
      points={[point("stumm", { effect: null, quadrant: "unknown" })]}
    />,
  );
  const dot = screen.getByRole("link", { name: /^1 stumm/ });
  expect(dot.parentElement?.parentElement?.textContent).toMatch(/^Wirkung unbekannt/);
  expect(screen.getByRole("figure").querySelectorAll("a")).toHaveLength(1);
});

it("puts what lies beyond the axis on its edge, with its figure", () => {
  show(
    <EffectMatrix
      borders={borders}
      points={[point("weit", { effect: -1.5, quadrant: "busy" }), point("drin", { effect: 1.2 })]}
    />,
  );
  const place = (name: RegExp) => screen.getByRole("link", { name }).parentElement as HTMLElement;
  expect(place(/^1 weit/).style.left).toBe("0%");
  expect(place(/^1 weit/).textContent).toMatch(/−150\s%/);
  expect(place(/^2 drin/).textContent).toBe("2");
});

it("moves a quadrant's name away from where a dot covers it", () => {
  const named = () => screen.getByText("nicht geschafft").parentElement?.dataset.above;
  const { unmount } = show(<EffectMatrix borders={borders} points={[]} />);
  expect(named()).toBeUndefined();
  unmount();
  const low = point("unten", { result: 0.05, effect: 0, quadrant: "not_done" });
  show(<EffectMatrix borders={borders} points={[low]} />);
  expect(named()).toBe("true");
});

it("marks where a dot belongs that was moved from there, and tells its figures", () => {
  const alike = [point("eins"), point("zwei"), point("drei", { result: 0.2 })];
  show(<EffectMatrix borders={borders} points={alike} />);
  const marks = screen.getByRole("figure").querySelectorAll("line[data-exact]");
  expect(marks).toHaveLength(1);
  expect(marks[0]?.getAttribute("x1")).toBe("75");
  expect(marks[0]?.getAttribute("y1")).toBe(String((1 - 0.9) * 100));
  expect(screen.getByRole("link", { name: /^2 zwei/ }).title).toMatch(/Ergebnis 90.%, .*100.%/);
});

it("writes figures at the side at which no other dot stands", () => {
  const near = [point("eins", { effect: 0 }), point("zwei", { effect: 0.2 })];
  show(<EffectMatrix borders={borders} points={near} />);
  const side = (name: RegExp) =>
    screen.getByRole("link", { name }).parentElement?.dataset.left ?? "right";
  expect([side(/^1 eins/), side(/^2 zwei/)]).toEqual(["true", "right"]);
});

it("lays no dot upon another, however many have the same figures", () => {
  const places = spread(Array.from({ length: 25 }, () => ({ x: 75, y: 10 })));
  for (const [index, one] of places.entries())
    for (const other of places.slice(index + 1))
      expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThanOrEqual(7.9);
  expect(places[0]).toEqual({ x: 75, y: 10 });
});

it("leaves a dot on a phone as much room across as it takes there", () => {
  // What is plotted is 190 px wide and 320 px high, and a dot 26 px.
  const places = spread(
    Array.from({ length: 25 }, (_, index) => ({ x: 60 + (index % 3), y: 10 })),
    { x: 14, y: 8 },
  );
  for (const [index, one] of places.entries())
    for (const other of places.slice(index + 1))
      expect(Math.hypot((one.x - other.x) * 1.9, (one.y - other.y) * 3.2)).toBeGreaterThan(25);
});
