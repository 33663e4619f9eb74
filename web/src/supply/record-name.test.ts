// @vitest-environment happy-dom
import { expect, it } from "vitest";
import { speak } from "../testing/stage";
import { recordName } from "./record-name";

it("says which cell a record is of, and in which period", async () => {
  await speak("de");
  const sites = [{ id: "o", name: "Oelde" }];
  const areas = [{ id: "a", name: "Antriebe" }];
  const at = { productArea: "a", period: "quarter", startsOn: "2026-10-01" } as const;
  expect(recordName({ ...at, site: "o" }, sites, areas)).toBe("Oelde, Antriebe, Q4 2026");
  expect(recordName({ ...at, site: null }, sites, areas)).toBe("Kunde gesamt, Antriebe, Q4 2026");
});
