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

it("knows those of a list, and of what a member was before", () => {
  expect(choicesOf("contact").roles).toBe("BuyingRole");
  expect(choicesOf("contact").role).toBe("BuyingRole");
  expect(
    choicesOfField({ name: "roles", kind: "choices", of: "BuyingRole", choices: ["buyer"] }),
  ).toBe("BuyingRole");
});

it("leaves text as it was written", () => {
  expect(choicesOf("site").city).toBeUndefined();
  expect(choicesOf("password")).toEqual({});
  expect(choicesOfField({ name: "city", kind: "text" })).toBeUndefined();
});
