// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { useState } from "react";
import { beforeEach, expect, it } from "vitest";
import type { KeyResultView } from "../cockpit/cockpit-query";
import { show, speak } from "../testing/stage";
import { ConfidenceKeys } from "./confidence-keys";

beforeEach(() => speak("de"));

function Keys() {
  const [value, setValue] = useState<number | null>(null);
  const view = { confidence: 4 } as KeyResultView;
  return <ConfidenceKeys view={view} value={value} onChange={setValue} />;
}

it("tells the last confidence and that none is chosen, until one is", async () => {
  const { person } = show(<Keys />);
  const chosen = () =>
    screen.getAllByRole<HTMLInputElement>("radio").filter(({ checked }) => checked);
  expect(chosen()).toEqual([]);
  expect(screen.getByText(/zuletzt 4, heute noch nicht gewählt/)).toBeTruthy();
  await person.click(screen.getByRole("radio", { name: "4" }));
  expect(chosen()).toHaveLength(1);
  expect(screen.getByText(/zuletzt 4$/)).toBeTruthy();
});
