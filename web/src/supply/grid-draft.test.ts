import { afterEach, expect, it } from "vitest";
import { draftOf, dropAllDrafts, dropDraft, keepDraft } from "./grid-draft";

const where = { account: "teutonia", period: "quarter", startsOn: "2026-10-01" };
const typed = { "zwickau/drives/volume": "40" };

afterEach(dropAllDrafts);

it("keeps what was typed for each period by itself", () => {
  keepDraft({ ...where, typed, said: { source: "SAP" } });
  keepDraft({ ...where, startsOn: "2026-07-01", typed: { a: "1" }, said: {} });
  expect(draftOf(where)).toMatchObject({ typed, said: { source: "SAP" } });
  dropDraft({ ...where, startsOn: "2026-07-01" });
  expect(draftOf(where)?.typed).toEqual(typed);
});

it("lets a draft go that is empty", () => {
  keepDraft({ ...where, typed, said: {} });
  keepDraft({ ...where, typed: {}, said: {} });
  expect(draftOf(where)).toBeUndefined();
});
