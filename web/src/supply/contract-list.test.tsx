// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import type { Schemas } from "../api/client";
import { show, speak } from "../testing/stage";
import { ContractList } from "./contract-list";

const contract = (members: Partial<Schemas["SupplyContract"]>): Schemas["SupplyContract"] => ({
  productArea: "a",
  areaName: "Antriebe",
  site: "o",
  siteName: "Oelde",
  endsOn: "2027-03-31",
  endsSoon: false,
  ended: false,
  share: 0.44,
  estimated: false,
  period: "quarter",
  startsOn: "2026-10-01",
  rest: null,
  competitor: "",
  ...members,
});

it("tells when which contract ends, our share, and who has the rest", async () => {
  await speak("de");
  show(
    <ContractList
      contracts={[
        contract({ endsOn: "2026-11-01", ended: true, site: null, siteName: "", estimated: true }),
        contract({ rest: "competitor", competitor: "Nordmotor", endsSoon: true }),
        contract({ productArea: "b", areaName: "Kabelbäume", share: null, rest: "own_make" }),
      ]}
    />,
  );
  const told = screen.getAllByRole("listitem").map(({ textContent }) => textContent);
  expect(told[0]).toMatch(
    /^01.11.2026Antriebe, Kunde gesamtunser Anteil ≈44.% \(Q4 2026\)ausgelaufen$/,
  );
  expect(told[1]).toContain("unser Anteil 44\u00a0% (Q4 2026) · Rest bei: Nordmotor");
  expect(told[1]).toMatch(/in den nächsten sechs Monaten$/);
  expect(told[2]).toBe("31.03.2027Kabelbäume, OeldeRest bei: Eigenfertigung");
});

it("is not there where no contract is known to end", () => {
  show(<ContractList contracts={[]} />);
  expect(screen.queryByRole("list")).toBeNull();
});
