// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { beforeAll, expect, it } from "vitest";
import { show, speak } from "../testing/stage";
import { Priority } from "./priority";

beforeAll(() => speak("de"));

it("says the band that its colour shows", () => {
  show(<Priority value={{ score: 16, band: "high" }} />);
  const mark = screen.getByRole("img", { name: "Priorität 16, hoch" });
  expect(mark.textContent).toBe("16");
});

it("asks where nobody has assessed yet", () => {
  show(<Priority value={null} />);
  expect(screen.getByRole("img", { name: "noch nicht bewertet" }).textContent).toBe("?");
});
