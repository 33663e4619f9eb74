import { expect, it } from "vitest";
import { choicesOf, choicesOfField } from "./choices";

it("knows by the entity which words a member is written in", () => {
  expect(choicesOf("product_area").standing).toBe("Standing");
  expect(choicesOf("objective").outcomeKind).toBe("OutcomeKind");
  expect(choicesOf("site").kind).toBe("SiteKind");
  expect(choicesOf("assumption").aboutKind).toBe("AboutKind");
  expect(choicesOf("meeting").kind).toBe("MeetingKind");
});

it("knows them of the parts of a member", () => {
  expect(choicesOf("objective").goals).toEqual({ kind: "GoalLinkKind" });
  expect(choicesOfField({ name: "goals", kind: "goals" })).toEqual({ kind: "GoalLinkKind" });
});

it("leaves text as it was written", () => {
  expect(choicesOf("site").city).toBeUndefined();
  expect(choicesOf("password")).toEqual({});
  expect(choicesOfField({ name: "city", kind: "text" })).toBeUndefined();
});
