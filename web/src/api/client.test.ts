// @vitest-environment happy-dom
import { expect, it, vi } from "vitest";
import { refused, serve } from "../testing/server";
import { api, whenStranger } from "./client";

it.each([
  ["whom the server does not know any more", 401, "sign_in", 1],
  ["whose session another one took", 403, "csrf", 1],
  ["who may not do that", 403, "not_allowed", 0],
])("says of a writer %s whether they are a stranger", async (_, status, code, times) => {
  const heard = vi.fn();
  whenStranger(heard);
  serve(() => refused(status, code));
  await expect(api.POST("/api/v1/calendar")).rejects.toMatchObject({ status, code });
  expect(heard).toHaveBeenCalledTimes(times);
});
