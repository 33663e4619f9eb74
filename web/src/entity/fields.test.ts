import { describe, expect, it } from "vitest";
import { changedValues, type Field } from "./fields";

const fields: Field[] = [
  { name: "title", kind: "text" },
  { name: "due", kind: "date" },
];

describe("what a form sends", () => {
  it("is only what differs from what was seen", () => {
    const seen = { title: "a", due: "2026-01-01", version: 3 };
    expect(changedValues(fields, seen, { title: "b", due: "2026-01-01" })).toEqual({ title: "b" });
  });

  it("clears a field by null", () => {
    expect(
      changedValues(fields, { title: "a", due: "2026-01-01" }, { title: "a", due: null }),
    ).toEqual({
      due: null,
    });
  });

  it("is one line where the field is, and all lines of prose", () => {
    const long: Field[] = [
      { name: "title", kind: "title" },
      { name: "why", kind: "prose" },
    ];
    expect(changedValues(long, undefined, { title: "a \n\tb\r\n", why: "a\nb" })).toEqual({
      title: "a b",
      why: "a\nb",
    });
  });

  it("is all that was entered for a new entity", () => {
    expect(changedValues(fields, undefined, { title: "a" })).toEqual({ title: "a" });
  });
});
