// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import type { Schemas } from "../api/client";
import { show, speak } from "../testing/stage";
import { hadLink } from "./access-words";
import { InviteDialog } from "./invite-dialog";

beforeEach(() => speak("de"));

it.each([true, false])("speaks of an earlier link only where there was one: %s", (replaces) => {
  const does = { onMail: vi.fn(), onLink: vi.fn(), onClose: vi.fn() };
  const user = { id: "u", name: "Ute", email: "ute@brandt.example" };
  show(<InviteDialog user={user} anew={false} link="https://x" replaces={replaces} {...does} />);
  expect(screen.queryByText(/frühere Link/) !== null).toBe(replaces);
});

it.each<[Schemas["AccessState"], string | null, boolean]>([
  ["not_invited", null, false],
  ["link_over", "2026-11-01T09:00:00.000Z", false],
  ["invited", null, true],
  ["active", null, false],
  ["active", "2026-11-30T09:00:00.000Z", true],
])("of who is %s with a link until %s: %s", (state, linkEndsAt, had) => {
  expect(hadLink({ user: "u", state, linkEndsAt, invitedAt: null, hereOn: null })).toBe(had);
});

it("somebody who was just added had none", () => {
  expect(hadLink(undefined)).toBe(false);
});
