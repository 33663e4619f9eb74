import { describe, expect, it } from "vitest";
import { fractionOfPercent, percentOfFraction } from "./percent";

/** How many digits the server counts. */
const digits = (value: number) =>
  (value.toExponential().split("e")[0] ?? "").replace(/\D/g, "").length;

describe.each([
  [1, 999],
  [2, 9999],
])("a percentage with %i decimals", (decimals, last) => {
  const percentages = Array.from({ length: last }, (_, index) => {
    const whole = String(index + 1).padStart(decimals + 2, "0");
    return {
      percent: Number(`${whole.slice(0, -decimals)}.${whole.slice(-decimals)}`),
      fraction: Number(`0.${whole}`),
    };
  });

  it("is the same decimal number as a fraction, with at most 15 digits", () => {
    const wrong = percentages.filter(({ percent, fraction }) => {
      const computed = fractionOfPercent(percent);
      return computed !== fraction || digits(computed) > 15;
    });
    expect(wrong).toEqual([]);
  });

  it("reads from its fraction as it was typed", () => {
    const wrong = percentages.filter(
      ({ percent, fraction }) => percentOfFraction(fraction) !== percent,
    );
    expect(wrong).toEqual([]);
  });
});

it("is nothing and everything at the ends", () => {
  expect([fractionOfPercent(0), fractionOfPercent(100)]).toEqual([0, 1]);
  expect([percentOfFraction(0), percentOfFraction(1)]).toEqual([0, 100]);
});
