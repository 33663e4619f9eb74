// @vitest-environment happy-dom
import { beforeEach, expect, it } from "vitest";
import { speak } from "../testing/stage";
import { problemText } from "./problem-text";

beforeEach(() => speak());

it.each([
  ["too_short", "must have at least 12 characters", "Das ist zu kurz: mindestens 12 Zeichen."],
  ["too_short", "is too short", "Das ist zu kurz."],
  ["too_long", "must have at most 120 characters", "Das ist zu lang: höchstens 120 Zeichen."],
  ["too_long", "is too long", "Das ist zu lang."],
  ["out_of_range", "must be from -2 to 2", "Möglich ist −2 bis 2."],
  ["out_of_range", "must be a degree from 0 to 100", "Möglich ist 0 bis 100."],
  ["out_of_range", "there is no such stage", "Liegt außerhalb des Erlaubten."],
  // In the interface these are per cent.
  ["out_of_range", "must be from 0 to 1", "Liegt außerhalb des Erlaubten."],
])("says of %s what would be right as far as the server tells it: %s", (code, detail, said) => {
  expect(problemText(code, detail)).toBe(said);
});
