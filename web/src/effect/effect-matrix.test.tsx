// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { show, speak } from "../testing/stage";
import { EffectMatrix } from "./effect-matrix";

it("draws its borders where the server says that they are", async () => {
  await speak("de");
  const lines = (borders: { result: number; effect: number }) => {
    const { unmount } = show(<EffectMatrix points={[]} borders={borders} />);
    const drawn = [...screen.getByRole("img").querySelectorAll("line")].map((line) => [
      Number(line.getAttribute("x1")),
      Number(line.getAttribute("y1")),
    ]);
    unmount();
    return drawn;
  };
  const [lowResult, lowEffect] = lines({ result: 0.5, effect: 0.2 });
  const [highResult, highEffect] = lines({ result: 0.9, effect: 0.6 });
  expect(highResult?.[1]).toBeLessThan(lowResult?.[1] ?? 0);
  expect(highEffect?.[0]).toBeGreaterThan(lowEffect?.[0] ?? 0);
});
