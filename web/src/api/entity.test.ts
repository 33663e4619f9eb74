// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { answered, serve } from "../testing/server";
import {
  type AddressOf,
  archive,
  type Birthplace,
  type Collection,
  change,
  create,
  erase,
  type HintsAddress,
  type Keepable,
  type List,
  listWithArchived,
  type Movable,
  move,
  restore,
} from "./entity";

const site = { id: "s", version: 3 };

/** What is asked of the server by `write`. */
async function asked(write: () => Promise<unknown>) {
  const requests = serve(() => answered(site));
  await write();
  return requests;
}

it("a new one is sent to where it belongs", async () => {
  expect(await asked(() => create("/accounts/a/sites", { name: "Oelde" }))).toEqual([
    { method: "POST", path: "/accounts/a/sites", body: { name: "Oelde" } },
  ]);
});

it.each([
  ["changed", () => change("/sites", site, { name: "Oelde" }), "PATCH", "/sites/s"],
  ["archived", () => archive("/sites", site), "DELETE", "/sites/s"],
  ["archived", () => archive("/sites", site, "zu & zu"), "DELETE", "/sites/s?reason=zu%20%26%20zu"],
  ["restored", () => restore("/sites", site, ""), "POST", "/sites/s/restore"],
  ["moved", () => move("/sites", site, 2), "PUT", "/sites/s/position"],
  ["erased", () => erase("/contacts", site), "POST", "/contacts/s/erase"],
])("what is %s is named with the version that was seen", async (_, write, method, path) => {
  expect(await asked(write)).toMatchObject([{ method, path, version: 3 }]);
});

it("the archived ones are asked for with the rest", async () => {
  expect(await asked(() => listWithArchived("/accounts/a/sites"))).toMatchObject([
    { method: "GET", path: "/accounts/a/sites?archived=true" },
  ]);
});

describe("what the document does not have does not build", () => {
  const typed = <T>(value: T) => value;
  const id = String("a");

  it("a collection, and what can't be done with it", () => {
    typed<Collection>("/sites");
    // @ts-expect-error: no such entities
    typed<Collection>("/factories");
    // @ts-expect-error: signals have no order
    typed<Movable>("/signals");
  });

  it("an address, whatever the id in it", () => {
    typed<Birthplace>(`/accounts/${id}/sites`);
    // @ts-expect-error: contacts belong to an account
    typed<Birthplace>(`/sites/${id}/contacts`);
    typed<List>("/users");
    // @ts-expect-error: they are read below their account
    typed<List>("/contacts");
    // @ts-expect-error: a cockpit is no list of entities
    typed<List>(`/accounts/${id}/cockpit`);
    // @ts-expect-error: nor is a board
    typed<List>(`/accounts/${id}/signal-board`);
    typed<HintsAddress>(`/cycles/${id}/objective-hints`);
    // @ts-expect-error: hints are on drafts of objectives and key results
    typed<HintsAddress>(`/cycles/${id}/plan`);
    typed<AddressOf<Keepable>>(`/accounts/${id}/signals`);
    // @ts-expect-error: the outbox keeps signals and check-ins
    typed<AddressOf<Keepable>>(`/accounts/${id}/sites`);
  });
});
