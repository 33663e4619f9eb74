// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "../testing/stage";
import { HeatCell } from "./heat-cell";

const heat = (share: number | null, white = false) => {
  show(
    <table>
      <tbody>
        <tr>
          <HeatCell share={share} white={white}>
            x
          </HeatCell>
        </tr>
      </tbody>
    </table>,
  );
  return screen.getAllByRole("cell").at(-1)?.dataset.heat;
};

it.each([
  [0, "1"],
  [0.119, "1"],
  [0.12, "2"],
  [0.25, "3"],
  [0.38, "4"],
  [0.5, "5"],
  [0.649, "5"],
  [0.65, "6"],
  [1, "6"],
  [null, "none"],
])("colours a share of %s as step %s", (share, step) => {
  expect(heat(share)).toBe(step);
});

it("hatches demand without us, however little it is", () => {
  expect(heat(0, true)).toBe("white");
  expect(heat(null, true)).toBe("white");
});
