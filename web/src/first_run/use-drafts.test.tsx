// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { newQueries, show, speak } from "../testing/stage";
import { dropDraftsInTab } from "../unsaved/tab-drafts";
import { unsavedByName } from "../unsaved/unsaved";
import { pastedIn } from "./drafts";
import { useDrafts } from "./use-drafts";

function Step({ account }: { account: string }) {
  const [drafts, put] = useDrafts(`first-run ${account}`);
  return (
    <textarea
      aria-label="Standorte"
      value={pastedIn(drafts.sites).text}
      onChange={(event) => put("sites", { text: event.target.value })}
    />
  );
}

/** The page as it is loaded by somebody. */
function load(user: string, account = "a") {
  const queries = newQueries();
  queries.setQueryData(["session"], { user: { id: user } });
  return show(<Step account={account} />, queries);
}
const box = () => screen.getByLabelText<HTMLTextAreaElement>("Standorte");

beforeEach(async () => {
  dropDraftsInTab();
  await speak("de");
});

async function typeAndReload(next: () => unknown) {
  const { person, unmount } = load("jonas");
  await person.type(box(), "Passau; ; ; Hof");
  unmount();
  next();
}

it("brings back after a reload what was typed and is not stored", async () => {
  await typeAndReload(() => load("jonas"));
  expect(box().value).toBe("Passau; ; ; Hof");
});

it.each([
  ["another one", () => load("katrin")],
  ["another account", () => load("jonas", "b")],
  [
    "whoever comes after the sign-out",
    () => {
      dropDraftsInTab();
      load("jonas");
    },
  ],
])("brings nothing back to %s", async (_, next) => {
  await typeAndReload(next);
  expect(box().value).toBe("");
});

it("brings nothing back that was taken away", async () => {
  await typeAndReload(() => {});
  const { person, unmount } = load("jonas");
  await person.clear(box());
  unmount();
  load("jonas");
  expect(box().value).toBe("");
});

it("is named where somebody is asked about leaving it", async () => {
  const { person } = load("jonas");
  await person.type(box(), "Passau; ; ; Hof");
  expect(unsavedByName()).toEqual(["Team und Standorte: Standorte (1 Zeile)"]);
});
