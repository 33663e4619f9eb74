// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { answered, refused, serve } from "../testing/server";
import { newQueries, show, speak } from "../testing/stage";
import { Presence } from "./presence";

beforeEach(() => speak("de"));

const people = (...names: string[]) => names.map((name) => ({ id: name, name }));

it("names who else is in the account, and counts those for whom there is no room", async () => {
  const asked = serve(() =>
    answered({ others: people("Katrin Vogt", "Jonas Albers", "Deniz Aydın", "Meike Oltmann") }),
  );
  show(<Presence account="a" />, newQueries());
  const shown = await screen.findByRole("img", {
    name: "Auch hier: Katrin Vogt, Jonas Albers, Deniz Aydın, Meike Oltmann",
  });
  expect(shown.textContent).toBe("KVJADA+1");
  expect(asked).toMatchObject([{ method: "POST", path: "/accounts/a/presence" }]);
});

it.each([
  ["where nobody is", () => answered({ others: [] })],
  ["where nobody can be asked", () => refused(503, "unavailable")],
])("takes no place %s", async (_, answer) => {
  const asked = serve(answer);
  show(<Presence account="a" />, newQueries());
  await expect.poll(() => asked.length).toBe(1);
  expect(screen.queryByRole("img")).toBeNull();
});
