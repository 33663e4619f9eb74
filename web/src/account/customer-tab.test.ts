import { expect, it } from "vitest";
import { tabOf } from "./customer-tab";

const shown = {
  people: [{ id: "feldmann" }],
  sites: [{ id: "oelde" }, { id: "a" }],
  testimonials: [{ id: "voice" }],
  team: [{ id: "member" }],
};

it("finds the page on which what an address names stands", () => {
  expect(["feldmann", "oelde", "a", "voice", "member"].map((id) => tabOf(id, shown))).toEqual([
    "people",
    "sites",
    "sites",
    "testimonials",
    "team",
  ]);
});

it("leads nowhere for what stands on none, such as what was just archived", () => {
  expect(tabOf("gone", shown)).toBeUndefined();
});
