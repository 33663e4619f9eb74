import { describe, expect, it } from "vitest";
import type { Schemas } from "../api/client";
import { commonRemarks, gridCell, modeOf, replacesOther } from "./grid-cell";

const where = { productArea: "drives", site: "zwickau" };
const shown = { estimated: false, source: "" };

const record = (members: Partial<Schemas["SupplyRecord"]>) =>
  ({
    ...where,
    volume: null,
    demand: null,
    share: null,
    unit: "pieces",
    estimated: true,
    source: "Einkauf",
    version: 3,
    ...members,
  }) as Schemas["SupplyRecord"];

describe("a cell of the supply grid", () => {
  it("sends a share in per cent as it was typed", () => {
    expect(gridCell(where, undefined, { share: 33.3, demand: 2700 }, {}, shown)).toEqual({
      ...where,
      volume: null,
      demand: 2700,
      sharePercent: 33.3,
      unit: "eur",
      estimated: false,
      source: "",
      version: 0,
    });
  });

  it("sends a share that nobody touched as it was stored", () => {
    const stored = record({ share: 0.333, demand: 100 });
    const cell = gridCell(where, stored, { demand: 200 }, {}, shown);
    expect(cell).toMatchObject({ share: 0.333, demand: 200 });
    expect(cell).not.toHaveProperty("sharePercent");
  });

  it("keeps the unit, the source and the estimate that the form does not change", () => {
    const stored = record({ volume: 1, demand: 2 });
    expect(gridCell(where, stored, { volume: 2 }, {}, shown)).toMatchObject({
      unit: "pieces",
      estimated: true,
      source: "Einkauf",
      version: 3,
    });
    expect(
      gridCell(where, stored, { volume: 2 }, { estimated: false, source: "SAP" }, shown),
    ).toMatchObject({ unit: "pieces", estimated: false, source: "SAP" });
  });

  it("keeps the volume where only the demand beside the share is entered", () => {
    const stored = record({ volume: 40, demand: 100 });
    expect(gridCell(where, stored, { demand: 80 }, {}, shown)).toMatchObject({
      volume: 40,
      demand: 80,
      share: null,
    });
  });

  it("puts a volume in the place of a share that was only given", () => {
    const stored = record({ share: 0.4, demand: 100 });
    expect(gridCell(where, stored, { volume: 50 }, {}, shown)).toMatchObject({
      volume: 50,
      demand: 100,
      share: null,
    });
  });

  it("puts a share in the place of the volume, and keeps the demand that weighs it", () => {
    const stored = record({ volume: 40, demand: 100 });
    expect(gridCell(where, stored, { share: 33 }, {}, shown)).toMatchObject({
      volume: null,
      demand: 100,
      sharePercent: 33,
    });
  });

  it("keeps a share where an empty volume was written into and left empty", () => {
    const stored = record({ share: 0.333 });
    expect(gridCell(where, stored, { volume: null }, {}, shown)).toMatchObject({ share: 0.333 });
  });

  it.each([
    [{ share: 0.4 }, { volume: 50, demand: 100 }, true],
    [{ volume: 40, demand: 100 }, { share: 33 }, true],
    [{ volume: 40, share: 0.4 }, { demand: 100 }, true],
    [{ share: 0.4 }, { demand: 100 }, false],
    [{ share: 0.4 }, { share: 50 }, false],
    [{ share: 0.4 }, { share: null }, false],
    [{ volume: 40, demand: 100 }, { volume: null }, false],
    [{ volume: 40, share: 0.4 }, { share: 50 }, false],
  ])("with %o, %o replaces what was entered the other way: %s", (members, entered, replaced) => {
    const stored = record(members);
    const cell = gridCell(where, stored, entered, {}, shown);
    expect(replacesOther(stored, entered, cell)).toBe(replaced);
  });

  it("is empty where everything it had was cleared", () => {
    const stored = record({ share: 0.4 });
    expect(gridCell(where, stored, { share: null }, {}, shown)).toMatchObject({
      volume: null,
      demand: null,
      share: null,
    });
  });
});

describe("the remarks that the form shows", () => {
  it("are those that all records have", () => {
    const records = [record({}), record({ source: "Messe" })];
    expect(commonRemarks(records)).toEqual({ estimated: true, source: "" });
    expect(commonRemarks([])).toEqual({ estimated: false, source: "" });
  });

  it("hold for a new cell", () => {
    const remarks = { estimated: true, source: "Einkauf" };
    expect(gridCell(where, undefined, { volume: 1, demand: 2 }, {}, remarks)).toMatchObject(
      remarks,
    );
  });
});

describe("the way of entry", () => {
  it("is by share where most records have only a share", () => {
    const share = record({ share: 0.3 });
    const volume = record({ volume: 40, demand: 100 });
    expect(modeOf([share, share, volume])).toBe("share");
    expect(modeOf([share, volume])).toBe("volumes");
    expect(modeOf([])).toBe("volumes");
  });
});
