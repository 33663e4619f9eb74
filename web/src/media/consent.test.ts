import { expect, test } from "vitest";
import { mediaOf } from "./consent";

test("only links to known players can be shown here", () => {
  expect(mediaOf("https://www.youtube.com/watch?v=abcdefghijk")?.player).toBe(
    "https://www.youtube-nocookie.com/embed/abcdefghijk",
  );
  expect(mediaOf("https://vimeo.com/123456789")?.provider).toBe("Vimeo");
  expect(mediaOf("https://example.com/watch?v=abcdefghijk")).toBeUndefined();
  expect(mediaOf("javascript:alert(1)")).toBeUndefined();
});
