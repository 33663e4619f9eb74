// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { beforeAll, expect, it } from "vitest";
import type { Schemas } from "../api/client";
import { show, speak } from "../testing/stage";
import { ChangeLine } from "./change-line";

const changeFor = (reason: string) =>
  ({
    revision: 1,
    at: "2026-11-24T10:00:00Z",
    byUser: null,
    entity: "objective",
    action: "created",
    reason,
    title: "Lieferanteil",
    before: null,
    after: null,
  }) as unknown as Schemas["Change"];

beforeAll(() => speak("de"));

it.each(["carried_over", "carried over"])("says the server's reason in words: %s", (reason) => {
  show(<ChangeLine change={changeFor(reason)} people={[]} />);
  expect(screen.getByText(/Grund: aus dem vorigen Zyklus übernommen/)).toBeTruthy();
});

it("leaves a person's reason as it was written", () => {
  show(<ChangeLine change={changeFor("der Kunde bündelt")} people={[]} />);
  expect(screen.getByText(/Grund: der Kunde bündelt/)).toBeTruthy();
});
