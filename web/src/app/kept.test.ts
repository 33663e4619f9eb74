// @vitest-environment happy-dom
import { beforeEach, expect, it, vi } from "vitest";
import { kept } from "./kept";

const isList = (value: unknown): value is string[] => Array.isArray(value);
const list = () => kept("list", [], isList);

beforeEach(() => localStorage.clear());

it("reads what was kept", () => {
  localStorage.setItem("list", '["Vimeo"]');
  expect(list()).toEqual(["Vimeo"]);
});

it.each(["", "{", "null", '"Vimeo"', "{}"])(
  "reads %j, which is no list, as an empty one",
  (text) => {
    localStorage.setItem("list", text);
    expect(list()).toEqual([]);
  },
);

it("reads nothing where nothing may be kept", () => {
  vi.stubGlobal("localStorage", {
    getItem: () => {
      throw new DOMException("", "SecurityError");
    },
  });
  expect(list()).toEqual([]);
});
