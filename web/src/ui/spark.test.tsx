// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Schemas } from "../api/client";
import { show, speak } from "../testing/stage";
import { Spark } from "./spark";

it("reads what was computed to a screen reader as rounded as it is shown", async () => {
  await speak("de");
  const outcome = {
    readings: [
      { on: "2026-09-01", value: 22.6459259259259 },
      { on: "2026-11-01", value: 24.1111111111111 },
    ],
    baseline: 22.6459259259259,
    now: 24.1111111111111,
    target: 30,
    decimals: 1,
  } as unknown as Schemas["OutcomeView"];
  show(<Spark outcome={outcome} />);
  expect(screen.getByRole("img").getAttribute("aria-label")).toBe(
    "Wirkung von 22,6 auf 24,1, Ziel 30",
  );
});
