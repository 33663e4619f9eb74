// @vitest-environment happy-dom
import { renderHook } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { speak } from "../testing/stage";
import type { KeyResultView } from "./cockpit-query";
import { useStandpoint } from "./objective-card";

const viewOf = (keyResult: object, view: object = {}) =>
  ({
    value: null,
    stage: null,
    progress: null,
    ...view,
    keyResult: { kind: "metric", follows: "check_ins", unit: "", stages: [], ...keyResult },
  }) as unknown as KeyResultView;

async function standpoint(view: KeyResultView, language: "de" | "en" = "de") {
  await speak(language);
  return renderHook(() => useStandpoint())
    .result.current(view)
    .replaceAll("\u00a0", " ");
}

describe("where a key result stands", () => {
  it("is a value of its target, with the unit", async () => {
    const orders = viewOf({ target: 10, unit: "Bestellungen" }, { value: 2.5 });
    expect(await standpoint(orders)).toBe("2,5 von 10 Bestellungen");
    expect(await standpoint(orders, "en")).toBe("2.5 of 10 Bestellungen");
  });

  it("has no space too many where there is no unit", async () => {
    expect(await standpoint(viewOf({ target: 10 }, { value: 0 }))).toBe("0 von 10");
  });

  it("reads as it was entered, to the last decimal", async () => {
    const entered = viewOf({ target: 1, unit: "mm" }, { value: 0.1234 });
    expect(await standpoint(entered)).toBe("0,1234 von 1 mm");
  });

  it("is rounded where it is computed from other figures", async () => {
    const followed = viewOf({ target: 50, unit: "%", follows: "supply" }, { value: 41.6666667 });
    expect(await standpoint(followed)).toBe("41,7 von 50 %");
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
