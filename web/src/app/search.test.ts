import { useSearch } from "@tanstack/react-router";
import { expectTypeOf, it } from "vitest";
import type { UsersSearch } from "../user/users-query";
import type {} from "./router";

it("knows what the address of a page says, and of which type it is", () => {
  const ofUsers = () => useSearch({ from: "/users" });
  expectTypeOf(ofUsers).returns.not.toBeAny();
  expectTypeOf(ofUsers).returns.toEqualTypeOf<UsersSearch>();
  const ofAny = () => useSearch({ strict: false });
  expectTypeOf(ofAny).returns.not.toBeAny();
});
