// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Schemas } from "../api/client";
import { answered, serve } from "../testing/server";
import { show, speak } from "../testing/stage";
import { ApiTokens } from "./api-tokens";

it("keeps the name that is typed while the one before is on its way", async () => {
  await speak("de");
  let arrive = () => {};
  serve(({ method }) =>
    method === "GET"
      ? answered([])
      : new Promise((resolve) => {
          arrive = () => resolve(answered({ secret: "geheim", token: { id: "t", kpi: null } }));
        }),
  );
  const { person } = show(<ApiTokens account="a" kpis={[]} />);
  const name = await screen.findByRole<HTMLInputElement>("textbox", { name: /Name|Wofür/ });
  await person.type(name, "ERP");
  await person.click(screen.getByRole("button", { name: /Token|anlegen/ }));
  await person.clear(name);
  await person.type(name, "CRM");
  arrive();
  await screen.findByText("geheim");
  expect(name.value).toBe("CRM");
});

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
