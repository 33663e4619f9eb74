// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { newQueries, show, speak } from "../testing/stage";
import { ChoiceChips } from "./choice-chips";

const choices = [
  { value: "opportunity", label: "Chance" },
  { value: "threat", label: "Gefahr" },
] as const;

beforeEach(() => speak("de"));

it("says what was chosen, and takes it back where none may be", async () => {
  const onChange = vi.fn();
  const { person } = show(
    <ChoiceChips
      label="Für uns"
      choices={[...choices]}
      value="threat"
      onChange={onChange}
      optional
    />,
    newQueries(),
  );
  await person.click(screen.getByRole("radio", { name: "Chance" }));
  expect(onChange).toHaveBeenLastCalledWith("opportunity");
  await person.click(screen.getByRole("radio", { name: "Gefahr" }));
  expect(onChange).toHaveBeenLastCalledWith(undefined);
});

it("keeps the chosen one where there must be one", async () => {
  const onChange = vi.fn();
  const { person } = show(
    <ChoiceChips label="Für uns" choices={[...choices]} value="threat" onChange={onChange} />,
    newQueries(),
  );
  await person.click(screen.getByRole("radio", { name: "Gefahr" }));
  expect(onChange).not.toHaveBeenCalled();
});
