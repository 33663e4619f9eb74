// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { show, speak } from "../testing/stage";
import { HandedOverNotice } from "./handed-over";

it("says what is made, for whom, and gives the link that leads there", async () => {
  await speak("de");
  const { person } = show(
    <HandedOverNotice account="a1" name="Neukunde AG" manager="Jonas Albers" />,
  );
  const notice = screen.getByRole("status");
  expect(notice.textContent).toContain("Neukunde AG ist angelegt");
  expect(notice.textContent).toContain("Key Account Manager ist Jonas Albers");
  await person.click(screen.getByRole("button", { name: "Link für Jonas Albers kopieren" }));
  expect(await navigator.clipboard.readText()).toMatch(/\/first-run\?account=a1$/);
});
