import { describe, expect, it } from "vitest";
import type { Schemas } from "../api/client";
import { commonRemarks, gridCell } from "./grid-cell";

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
