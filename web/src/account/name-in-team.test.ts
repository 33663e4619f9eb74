import { expect, it } from "vitest";
import { nameInTeam } from "./name-in-team";

it("names a team member who was archived, and says that they left", () => {
  const present = [{ value: "k", label: "Katrin" }];
  const known = [
    { id: "k", name: "Katrin" },
    { id: "j", name: "Jonas" },
  ];
  const name = (id: string) => nameInTeam(id, present, known, (name) => `${name} (left)`);
  expect(name("k")).toBe("Katrin");
  expect(name("j")).toBe("Jonas (left)");
});
