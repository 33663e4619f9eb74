import { expect, it } from "vitest";
import { fileAddress } from "./portfolio-query";

it("asks for the file of what is chosen, whichever page is shown", () => {
  expect(fileAddress("workbook", { page: 3 })).toBe("/api/v1/portfolio/workbook");
  expect(
    fileAddress("workbook", {
      page: 3,
      search: "Müller & Söhne",
      resting: true,
      health: undefined,
    }),
  ).toBe("/api/v1/portfolio/workbook?search=M%C3%BCller+%26+S%C3%B6hne&resting=true");
  expect(fileAddress("list", { page: 3, waiting: true })).toBe(
    "/api/v1/portfolio/list?waiting=true",
  );
});
