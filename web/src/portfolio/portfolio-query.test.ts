import { expect, it } from "vitest";
import { workbookAddress } from "./portfolio-query";

it("asks for the workbook of what is chosen, whichever page is shown", () => {
  expect(workbookAddress({ page: 3 })).toBe("/api/v1/portfolio/workbook");
  expect(
    workbookAddress({ page: 3, search: "Müller & Söhne", resting: true, health: undefined }),
  ).toBe("/api/v1/portfolio/workbook?search=M%C3%BCller+%26+S%C3%B6hne&resting=true");
});
