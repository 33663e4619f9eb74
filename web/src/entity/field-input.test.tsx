// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { useState } from "react";
import { expect, it } from "vitest";
import { show, speak } from "../testing/stage";
import { FieldInput } from "./field-input";
import type { Field } from "./fields";

const roles: Field = {
  name: "roles",
  kind: "choices",
  of: "BuyingRole",
  choices: ["decider", "buyer", "coach"],
};

function Roles() {
  const [value, setValue] = useState<unknown>(["buyer"]);
  return (
    <>
      <FieldInput field={roles} value={value} onChange={setValue} />
      <output>{JSON.stringify(value)}</output>
    </>
  );
}

it("lets several be chosen by their words, with the keyboard alone", async () => {
  await speak("de");
  const { person } = show(<Roles />);
  await person.click(screen.getByRole("combobox", { name: "Rollen" }));
  await person.keyboard("{ArrowDown}{Enter}");
  expect(screen.getByRole("status").textContent).toBe('["buyer","decider"]');
  await person.keyboard("{Escape}{Backspace}{Backspace}");
  expect(screen.getByRole("status").textContent).toBe("[]");
});
