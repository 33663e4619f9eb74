// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import type { Schemas } from "../api/client";
import { MayContext } from "../app/may";
import { show, speak } from "../testing/stage";
import { AccountProfile } from "./account-profile";

const empty = {
  purchasingStrategy: "",
  customerFiscalMonth: null,
  keyFigures: [],
  externalId: "",
} as unknown as Schemas["Account"];

beforeEach(() => speak("de"));

it("shows what is known of the customer, and nothing of what is not", () => {
  show(
    <AccountProfile
      managers={[]}
      account={{
        ...empty,
        customerFiscalMonth: 10,
        keyFigures: [{ name: "Umsatz", value: 4.2, unit: "Mrd. EUR", of: "GJ 2025/26" }],
      }}
    />,
  );
  const shown = (role: "term" | "definition") =>
    screen.getAllByRole(role).map(({ textContent }) => textContent);
  expect(shown("term")).toEqual(["Umsatz", "Geschäftsjahr des Kunden beginnt im"]);
  expect(shown("definition")).toEqual(["4,2 Mrd. EUR (GJ 2025/26)", "Oktober"]);
});

it("asks for it where nothing is kept yet", () => {
  show(<AccountProfile account={empty} managers={["Jonas Albers"]} />);
  expect(screen.getByText(/noch nichts hinterlegt/).textContent).not.toContain("Jonas Albers");
});

it.each([
  [["Jonas Albers"], /kennzeichnen ihn\? Das pflegt Jonas Albers\.$/],
  [["Jonas Albers", "Iris Lamm"], /Das pflegen Jonas Albers, Iris Lamm\.$/],
  [[], /kennzeichnen ihn\?$/],
])("names those who keep it to whoever may not: %j", (managers, told) => {
  show(
    <MayContext value={{ contribute: true, manage: false }}>
      <AccountProfile account={empty} managers={managers} />
    </MayContext>,
  );
  expect(screen.getByText(told)).toBeTruthy();
});
