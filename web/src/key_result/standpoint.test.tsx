// @vitest-environment happy-dom
import { renderHook } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { Schemas } from "../api/client";
import { speak } from "../testing/stage";
import { useStandpoint, useStartAndTarget } from "./standpoint";

const viewOf = (keyResult: object, view: object = {}) =>
  ({
    value: null,
    stage: null,
    progress: null,
    start: null,
    falling: false,
    decimals: 1,
    ...view,
    keyResult: { kind: "metric", follows: "check_ins", unit: "", stages: [], ...keyResult },
  }) as unknown as Schemas["KeyResultView"];

async function standpoint(view: Schemas["KeyResultView"], language: "de" | "en" = "de") {
  await speak(language);
  return renderHook(() => useStandpoint())
    .result.current(view)
    .replaceAll("\u00a0", " ");
}

describe("where a key result stands", () => {
  it("is a value of its target, with the unit", async () => {
    const orders = viewOf({ target: 10, unit: "Bestellungen" }, { value: 2.5 });
    expect(await standpoint(orders)).toBe("2,5 Bestellungen, Ziel 10");
    expect(await standpoint(orders, "en")).toBe("2.5 of 10 Bestellungen");
  });

  it("has no space too many where there is no unit", async () => {
    expect(await standpoint(viewOf({ target: 10 }, { value: 0 }))).toBe("0, Ziel 10");
  });

  it("reads as it was entered, to the last decimal", async () => {
    const entered = viewOf({ target: 1, unit: "mm" }, { value: 0.1234 });
    expect(await standpoint(entered)).toBe("0,1234 mm, Ziel 1");
  });

  it("is rounded where it is computed from other figures", async () => {
    const followed = viewOf({ target: 50, unit: "%", follows: "supply" }, { value: 41.6666667 });
    expect(await standpoint(followed)).toBe("41,7 %, Ziel 50");
  });

  it("is the way down of a falling metric, never five of four", async () => {
    const complaints = viewOf(
      { target: 4, unit: "Reklamationen" },
      { start: 12, value: 5, falling: true },
    );
    expect(await standpoint(complaints)).toBe("12 → 5 Reklamationen, Ziel 4");
    expect(await standpoint(complaints, "en")).toBe("12 → 5 Reklamationen, target 4");
  });

  it("never reads nothing where there is something", async () => {
    const scrap = viewOf(
      { target: 0.01, unit: "%", follows: "kpi" },
      { start: 0.5, value: 0.0144, falling: true, decimals: 2 },
    );
    expect(await standpoint(scrap)).toBe("0,5 → 0,01 %, Ziel 0,01");
    const less = viewOf({ target: 1, follows: "kpi" }, { value: 0.0144, decimals: 1 });
    expect(await standpoint(less)).toBe("0,014, Ziel 1");
  });

  it("is the value alone in a corridor, which has no target", async () => {
    const delivery = viewOf({ kind: "corridor", lower: 96, unit: "%" }, { value: 97.2 });
    expect(await standpoint(delivery)).toBe("97,2 %");
  });

  it("is the stage by its number and name", async () => {
    const stages = ["offen", "bemustert", "gelistet"].map((title) => ({ title, degree: 0 }));
    const listed = viewOf({ kind: "stages", stages }, { stage: 1 });
    expect(await standpoint(listed)).toBe("Stufe 1 von 2: bemustert");
  });

  it("is the first stage by its name alone: it bears no number", async () => {
    const stages = ["offen", "bemustert"].map((title) => ({ title, degree: 0 }));
    expect(await standpoint(viewOf({ kind: "stages", stages }, { stage: 0 }))).toBe("offen");
  });

  it("is the progress of stages that every site has for itself", async () => {
    expect(await standpoint(viewOf({ kind: "stages" }, { progress: 0.4 }))).toBe("40 %");
  });

  it.each(["metric", "corridor", "stages"])(
    "is no value before the first check-in: %s",
    async (kind) => {
      expect(await standpoint(viewOf({ kind, target: 10, unit: "%" }))).toBe("–");
    },
  );
});

describe("what a key result counts from and to", () => {
  const words = (view: Schemas["KeyResultView"]) =>
    renderHook(() => useStartAndTarget()).result.current(view);

  it("is told before the first check-in, a start taken over from the cycle before too", async () => {
    await speak("de");
    expect(words(viewOf({ start: 0, target: 9 }))).toBe("Start 0, Ziel 9");
    expect(words(viewOf({ start: null, target: 9 }, { start: 4.5 }))).toBe("Start 4,5, Ziel 9");
  });

  it("is nothing where there is no start and no target", () => {
    expect(words(viewOf({ kind: "corridor" }))).toBe("");
  });
});
