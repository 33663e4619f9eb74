// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { show, speak } from "../testing/stage";
import { LeftOpen } from "./left-open";

it("names what was lost, and as what, in words", async () => {
  await speak("de");
  show(
    <LeftOpen
      entries={[
        { title: "Anteil", pointer: "/outcomeAreas", why: "archived", names: ["Antriebe"] },
        { title: "KR", pointer: "/owner", why: "left_team", names: ["Jonas Albers"] },
      ]}
    />,
  );
  const [area, owner] = screen.getAllByRole("listitem").map((item) => item.textContent);
  expect(area).toBe("Anteil · Wirkung: Antriebearchiviert");
  expect(owner).toBe("KR · verantwortlich: Jonas Albersnicht mehr im Team");
});
