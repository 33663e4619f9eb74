// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { beforeAll, expect, it } from "vitest";
import { show, speak } from "../testing/stage";
import { Beat } from "./beat";

beforeAll(() => speak("de"));

it.each([
  [0, 0],
  [10, 10],
  [26, 26],
  [30, 26],
])("fills of 26 weeks in week %i as many as have come: %i", (week, filled) => {
  show(<Beat weeks={26} week={week} />);
  const beat = screen.getByRole("img");
  expect(beat.querySelectorAll("i").length).toBe(26);
  expect(beat.querySelectorAll("[data-elapsed]").length).toBe(filled);
});

it("says which week it is", () => {
  show(<Beat weeks={26} week={10} />);
  expect(screen.getByRole("img", { name: "Woche 10 von 26" })).toBeTruthy();
});
