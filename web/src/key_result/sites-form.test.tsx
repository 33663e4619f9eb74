// @vitest-environment happy-dom
import { screen, waitFor } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import type { Schemas } from "../api/client";
import { answered, refused, serve } from "../testing/server";
import { show, speak } from "../testing/stage";
import { SitesForm } from "./sites-form";

const view = {
  keyResult: { id: "kr", kind: "metric", title: "Bestellungen" },
} as Schemas["KeyResultView"];
const sites = ["Oelde", "Lehrte", "Soest"].map((name) => ({ id: name.toLowerCase(), name }));
const onClose = vi.fn();
const open = () =>
  show(<SitesForm view={view} sites={sites} askReason={false} onClose={onClose} />);

beforeEach(async () => {
  onClose.mockReset();
  await speak("de");
});

it("rolls out to every site that was chosen, with a target where one was given", async () => {
  const asked = serve(({ body }) => answered({ ...body, version: 1 }));
  const { person } = open();
  await person.click(screen.getByRole("checkbox", { name: "Oelde" }));
  await person.click(screen.getByRole("checkbox", { name: "Soest" }));
  await person.type(screen.getByLabelText("Zielwert für Soest"), "4");
  await person.click(screen.getByRole("button", { name: "Speichern" }));
  await waitFor(() => expect(onClose).toHaveBeenCalledTimes(1));
  expect(asked.map(({ path, body: { id: _id, ...rest } }) => ({ path, ...rest }))).toEqual([
    { path: "/key-results/kr/site-targets", site: "oelde" },
    { path: "/key-results/kr/site-targets", site: "soest", target: 4 },
  ]);
});

it("sends a site that was refused again, and none that is stored", async () => {
  let refuses = true;
  const asked = serve(({ body }) =>
    body.site === "soest" && refuses
      ? refused(422, "invalid", {
          errors: [{ pointer: "/target", code: "required", detail: "is required" }],
        })
      : answered({ ...body, version: 1 }),
  );
  const { person } = open();
  for (const name of ["Oelde", "Soest"]) await person.click(screen.getByRole("checkbox", { name }));
  await person.click(screen.getByRole("button", { name: "Speichern" }));
  const target = screen.getByLabelText("Zielwert für Soest");
  await waitFor(() => expect(target.getAttribute("aria-invalid")).toBe("true"));
  expect(onClose).not.toHaveBeenCalled();
  refuses = false;
  await person.type(target, "4");
  await person.click(screen.getByRole("button", { name: "Speichern" }));
  await waitFor(() => expect(onClose).toHaveBeenCalledTimes(1));
  expect(asked.map(({ body }) => body.site)).toEqual(["oelde", "soest", "soest"]);
});
