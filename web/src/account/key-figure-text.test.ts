// @vitest-environment happy-dom
import { expect, it } from "vitest";
import { speak } from "../testing/stage";
import { amountText } from "./key-figure-text";

it.each([
  ["de", "5,8 % (GJ 2025)"],
  ["en", "5.8% (GJ 2025)"],
] as const)("per cents are written as everywhere else: %s", async (language, text) => {
  await speak(language);
  const figure = { name: "EBIT", value: 5.8, unit: "%", of: "GJ 2025" };
  expect(amountText(figure).replace(/\s/g, " ")).toBe(text);
});
