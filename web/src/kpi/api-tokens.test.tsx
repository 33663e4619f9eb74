// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Schemas } from "../api/client";
import { answered, serve } from "../testing/server";
import { show, speak } from "../testing/stage";
import { ApiTokens } from "./api-tokens";

it("shows an example that writes nothing as it stands", async () => {
  await speak("de");
  serve(({ method }) =>
    answered(method === "GET" ? [] : { secret: "geheim", token: { id: "t", kpi: "k" } }),
  );
  const kpis = [{ id: "k", name: "Liefertreue" }] as Schemas["Kpi"][];
  const { person } = show(<ApiTokens account="a" kpis={kpis} />);
  await person.type(await screen.findByRole("textbox", { name: /Name|Wofür/ }), "ERP");
  await person.click(screen.getByRole("button", { name: /Token|anlegen/ }));
  const example = await screen.findByText(/^curl/);
  expect(example.textContent).toContain("/kpis/k/values/JJJJ-MM-TT ");
  expect(example.textContent).toContain('{"value": WERT}');
});
