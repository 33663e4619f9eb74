import { describe, expect, it } from "vitest";
import { layOut, spread, wordsIn } from "./map-layout";

describe("parts of a length", () => {
  it("are as long as their weights", () => {
    expect(spread([1, 3], 400, 24)).toEqual([100, 300]);
  });

  it("are never too small to be seen, at the cost of the others", () => {
    const [small, ...others] = spread([1, 500, 500], 320, 20);
    expect(small).toBe(20);
    expect(others).toEqual([150, 150]);
  });

  it("share what there is where not all of them have room", () => {
    expect(spread([5, 1, 1, 1], 40, 24)).toEqual([10, 10, 10, 10]);
  });
});

it("makes columns as wide and blocks as high as the demand in them, without a gap at the end", () => {
  const blocks = (...demands: number[]) => demands.map((demand, of) => ({ of, demand }));
  const [wide, narrow] = layOut(
    [
      { of: "a", blocks: blocks(20, 10) },
      { of: "b", blocks: blocks(10) },
    ],
    405,
    302,
  );
  expect(wide).toMatchObject({ left: 0, width: 300 });
  expect(narrow).toMatchObject({ left: 305, width: 100 });
  expect(wide?.blocks).toEqual([
    { of: 0, top: 0, height: 200 },
    { of: 1, top: 202, height: 100 },
  ]);
  expect(narrow?.blocks).toEqual([{ of: 0, top: 0, height: 302 }]);
});

describe("the words of a block", () => {
  const said = { name: "Gütersloh", share: "73,5 %", rest: "Nordmotor" };

  it("stand on our part, and the rival on the others'", () => {
    expect(wordsIn(said, 240, 90, 100)).toEqual({
      ours: ["Gütersloh 73,5 %"],
      others: [],
      rest: "Nordmotor",
    });
  });

  it("stand on the others' part where ours is too small, the rival below them", () => {
    expect(wordsIn(said, 40, 240, 60)).toEqual({
      ours: [],
      others: ["Gütersloh 73,5 %"],
      rest: "Nordmotor",
    });
    expect(wordsIn(said, 40, 240, 24).rest).toBe("");
  });

  it("take two lines, then the share alone, then nothing", () => {
    expect(wordsIn(said, 85, 20, 60).ours).toEqual(["Gütersloh", "73,5 %"]);
    expect(wordsIn(said, 60, 20, 60).ours).toEqual(["73,5 %"]);
    expect(wordsIn(said, 30, 20, 60)).toEqual({ ours: [], others: [], rest: "" });
    expect(wordsIn(said, 240, 90, 10)).toEqual({ ours: [], others: [], rest: "" });
  });
});
