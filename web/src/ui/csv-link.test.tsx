// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { show, speak } from "../testing/stage";
import { CsvLink, csvAddress } from "./csv-link";

it.each([
  ["de", "Maßnahmen", "Als CSV", "Maßnahmen als CSV"],
  ["en", "Actions", "As CSV", "Actions as CSV"],
] as const)("saves a list as a file and says which, in %s", async (language, of, shown, name) => {
  await speak(language);
  show(<CsvLink file={csvAddress("7", "actions")} of={of} />);
  const link = screen.getByRole("link", { name });
  expect(link.textContent).toBe(shown);
  expect(link.getAttribute("href")).toBe("/api/v1/accounts/7/lists/actions");
  expect(link.hasAttribute("download")).toBe(true);
});
