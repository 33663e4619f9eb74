// @vitest-environment happy-dom
import { screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { type Asked, answered, refused, serve } from "../testing/server";
import { newQueries, show, speak } from "../testing/stage";
import { Backups } from "./backups";

beforeEach(() => speak("de"));

const file = {
  name: "takt-20261124T090000Z.db",
  madeAt: "2026-11-24T09:00:00.000Z",
  bytes: 1_708_032,
};
const view = { place: "folder", keep: 7, running: false, failed: null, files: [file] };

function opened(answer: (asked: Asked) => Response) {
  const asked = serve(answer);
  const queries = newQueries();
  queries.setQueryData(["session"], { today: "2026-11-24", dayEnds: "2026-11-25T00:00:00.000Z" });
  return { asked, ...show(<Backups />, queries) };
}

it("lists what is kept, and shows one being made until it is there", async () => {
  let asks = 0;
  const second = { ...file, name: "takt-20261124T100000Z.db" };
  const { person, asked } = opened(({ method }) => {
    if (method === "POST") return answered({ ...view, running: true });
    return answered(++asks < 2 ? view : { ...view, files: [second, file] });
  });
  await screen.findByText("takt-20261124T090000Z.db · 1,7 MB");
  expect(screen.getByText(/die letzten 7 bleiben/)).toBeTruthy();
  await person.click(screen.getByRole("button", { name: "Jetzt sichern" }));
  expect(asked.some(({ method }) => method === "POST")).toBe(true);
  await screen.findByText("Ein Backup entsteht.");
  await waitFor(() => screen.getByText(/takt-20261124T100000Z/), { timeout: 5000 });
  expect(screen.queryByText("Ein Backup entsteht.")).toBeNull();
});

it("says why the last one was not made, and why none is made now", async () => {
  const { person } = opened(({ method }) =>
    method === "POST"
      ? refused(409, "backup_running")
      : answered({ ...view, files: [], failed: "The copy can't be written: disk full" }),
  );
  await screen.findByText(/fehlgeschlagen: The copy can't be written/);
  await screen.findByText("Noch keines ist da.");
  await person.click(screen.getByRole("button", { name: "Jetzt sichern" }));
  await screen.findByText(/Ein Backup entsteht gerade/);
});

it.each([
  ["none", /hält keine Backups/],
  ["postgresql", /liegen in PostgreSQL/],
])("tells what to do where the server keeps none: %s", async (place, words) => {
  opened(() => answered({ ...view, place, files: [] }));
  await screen.findByText(words);
  expect(screen.queryByRole("button")).toBeNull();
});
