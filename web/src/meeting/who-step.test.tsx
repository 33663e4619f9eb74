// @vitest-environment happy-dom
import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { roomWith, sessionOf } from "../testing/room";
import { answered, serve } from "../testing/server";
import { show, speak } from "../testing/stage";
import { StepContent } from "./step-content";

const action = (id: string, more: object = {}) =>
  ({
    id,
    version: 1,
    title: id,
    assignee: null,
    due: null,
    doneOn: null,
    archivedAt: null,
    ...more,
  }) as never;

it("who does what until when lists the open actions, overdue ones first", async () => {
  await speak("de");
  serve(({ path }) => {
    if (path === "/session") return answered(sessionOf("k"));
    if (path === "/accounts/a/actions")
      return answered([
        action("ohne Tag"),
        action("später", { due: "2026-12-04" }),
        action("getan", { due: "2026-11-01", doneOn: "2026-11-02" }),
        action("von heute", { due: "2026-12-01" }),
        action("überfällig", { due: "2026-11-20" }),
      ]);
    return answered({});
  });
  const room = roomWith({}, { actions: [action("von heute", { due: "2026-12-01" })] });
  show(<StepContent room={room} step="who" lead={{} as never} topic={{} as never} />);
  const open = await screen.findByRole("region", { name: /^Noch offen von vorher/ });
  const rows = within(open).getAllByRole("listitem");
  expect(rows.map(({ textContent }) => textContent)).toMatchObject([
    expect.stringMatching(/^überfällig/),
    expect.stringMatching(/^später/),
    expect.stringMatching(/^ohne Tag/),
  ]);
});
