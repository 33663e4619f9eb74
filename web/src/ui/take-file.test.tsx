// @vitest-environment happy-dom
import { act, screen, waitFor } from "@testing-library/react";
import { beforeAll, beforeEach, expect, it, vi } from "vitest";
import { download } from "../app/download";
import { show, speak } from "../testing/stage";
import { takeFile } from "./take-file";

vi.mock("../app/download", () => ({ download: vi.fn() }));
beforeAll(() => import("./said"));
beforeEach(async () => {
  vi.mocked(download).mockClear();
  await speak("de");
});

it("hands a file on under the name that the server gives it, and says nothing of it", async () => {
  vi.stubGlobal(
    "fetch",
    async () =>
      new Response("x", {
        headers: { "Content-Disposition": "attachment; filename*=UTF-8''Gr%C3%BC%C3%9Fe.xlsx" },
      }),
  );
  await takeFile("/workbook", "Arbeitsmappe");
  expect(vi.mocked(download).mock.calls[0]?.[1]).toBe("Grüße.xlsx");
});

it("says that a large one is being made, and stops where somebody does not wait for it", async () => {
  vi.stubGlobal(
    "fetch",
    (_: string, { signal }: RequestInit) =>
      new Promise((_, reject) => {
        signal?.addEventListener("abort", () => reject(new DOMException("", "AbortError")));
      }),
  );
  const { person } = show(null);
  const taken = takeFile("/workbook", "Arbeitsmappe");
  expect(await screen.findByText("Arbeitsmappe wird gemacht …")).toBeTruthy();
  await person.click(screen.getByRole("button", { name: "Abbrechen" }));
  await act(() => taken);
  await waitFor(() => expect(screen.queryByText("Arbeitsmappe wird gemacht …")).toBeNull());
  expect(screen.queryByRole("alert")).toBeNull();
  expect(download).not.toHaveBeenCalled();
});

it("says why there is none", async () => {
  vi.stubGlobal("fetch", async () => Response.json({ code: "forbidden" }, { status: 403 }));
  show(null);
  await act(() => takeFile("/workbook", "Arbeitsmappe"));
  expect((await screen.findByRole("alert")).textContent).toContain("Arbeitsmappe: ");
});
