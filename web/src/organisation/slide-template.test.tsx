// @vitest-environment happy-dom
import { fireEvent, screen } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { type Asked, answered, refused, serve } from "../testing/server";
import { newQueries, show, speak } from "../testing/stage";
import { SlideTemplate } from "./slide-template";

beforeEach(() => speak("de"));

const kept = {
  name: "Brandt Master.pptx",
  storedBy: "u",
  storedAt: "2026-11-24T09:00:00.000Z",
  bytes: 1_708_032,
};

function opened(first: object, change: (asked: Asked) => Response) {
  const asked = serve((request) => {
    if (request.path === "/users") return answered([{ id: "u", name: "Ute Krämer" }]);
    return request.method === "GET" ? answered(first) : change(request);
  });
  const queries = newQueries();
  queries.setQueryData(["session"], { today: "2026-11-24", dayEnds: "2026-11-25T00:00:00.000Z" });
  return { asked, ...show(<SlideTemplate />, queries) };
}
const choose = (bytes: number, label = "Vorlage wählen") => {
  const file = new File([new Uint8Array(bytes)], "Haus & Söhne.pptx");
  fireEvent.change(screen.getByLabelText(label, { selector: "input" }), {
    target: { files: [file] },
  });
};

it("keeps a template for all, under its name and in the place of what was seen", async () => {
  const { asked } = opened({ version: 0, kept: null }, () =>
    answered({ version: 1, kept: { ...kept, name: "Haus & Söhne.pptx" } }),
  );
  await screen.findByText(/Noch keine ist hinterlegt/);
  choose(8_000_001);
  await screen.findByText(/mehr als 8 MB/);
  expect(asked.some(({ method }) => method === "PUT")).toBe(false);
  choose(8_000_000);
  await screen.findByText("Haus & Söhne.pptx ist jetzt die Vorlage aller.");
  await screen.findByText(/hinterlegt von Ute Krämer, 24.11.2026/);
  expect(screen.queryByRole("alert")).toBeNull();
  const put = asked.find(({ method }) => method === "PUT");
  expect(put?.path).toBe(
    `/organisation/slide-template?name=${encodeURIComponent("Haus & Söhne.pptx")}`,
  );
  expect(put?.version).toBe(0);
});

it("asks before it takes the template away", async () => {
  const { person, asked } = opened({ version: 3, kept }, () =>
    answered({ version: 4, kept: null }),
  );
  await person.click(await screen.findByRole("button", { name: "Wegnehmen" }));
  const dialog = screen.getByRole("dialog", { name: "„Brandt Master.pptx“ wegnehmen?" });
  expect(asked.some(({ method }) => method === "DELETE")).toBe(false);
  await person.click(
    [...dialog.querySelectorAll("button")].find(
      (one) => one.textContent === "Wegnehmen",
    ) as Element,
  );
  await screen.findByText("Die Vorlage ist weggenommen.");
  await screen.findByText(/Noch keine ist hinterlegt/);
  expect(asked.find(({ method }) => method === "DELETE")?.version).toBe(3);
});

it("shows what somebody else stored meanwhile instead of overwriting it", async () => {
  opened({ version: 1, kept }, () =>
    refused(412, "stale", { current: { version: 2, kept: { ...kept, name: "Neu.pptx" } } }),
  );
  await screen.findByRole("link", { name: "Brandt Master.pptx" });
  choose(10, "Andere Vorlage wählen");
  await screen.findByText("Jemand anders hat das inzwischen geändert.");
  await screen.findByRole("link", { name: "Neu.pptx" });
});
