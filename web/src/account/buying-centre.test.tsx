// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import type { Schemas } from "../api/client";
import { show, speak } from "../testing/stage";
import { contactFields } from "./account-fields";
import { BuyingCentre } from "./buying-centre";
import { ContactLine } from "./contact-line";
import { superiors } from "./superiors";

type View = Schemas["ContactView"];

const person = (id: string, fields: Partial<Schemas["Contact"]> = {}, above: Partial<View> = {}) =>
  ({
    contact: {
      id,
      name: id,
      function: "",
      roles: ["user"],
      attitude: 0,
      wantedAttitude: null,
      influence: 1,
      reportsTo: null,
      ...fields,
    },
    reportsToName: "",
    reportsToArchived: false,
    ...above,
  }) as View;

const Shown = ({ page }: { page: Schemas["BuyingCentrePage"] }) => (
  <>
    <BuyingCentre contacts={page.contacts} />
  </>
);

const page = (contacts: View[]): Schemas["BuyingCentrePage"] => ({
  revision: 1,
  contacts,
  sentence: [],
});

beforeEach(() => speak("de"));

describe("the map", () => {
  const rings = () => [...screen.getByRole("img").querySelectorAll(".wanted")];
  const whole = (text: string) =>
    [...screen.getByRole("img").querySelectorAll("text")].filter((one) => one.textContent === text);

  it("has a hollow ring where somebody is wanted, and an arrow where they are", () => {
    show(
      <Shown
        page={page([
          person("Petersen", { attitude: 0, wantedAttitude: 1 }),
          person("Wrobel", { attitude: 2, wantedAttitude: 1 }),
        ])}
      />,
    );
    expect(rings().map((one) => one.textContent)).toEqual(["Petersen", "Wrobel"]);
    expect(whole("Petersen →")).toHaveLength(1);
    expect(whole("Wrobel ←")).toHaveLength(1);
    const x = (one: Element | undefined) => Number(one?.getAttribute("x"));
    const [ring] = rings();
    expect(x(ring?.querySelector("text") ?? undefined)).toBeGreaterThan(x(whole("Petersen →")[0]));
  });

  it("has none where the wanted attitude is reached or not said", () => {
    show(
      <Shown page={page([person("Hoppe", { attitude: 2, wantedAttitude: 2 }), person("Lamm")])} />,
    );
    expect(rings()).toHaveLength(0);
    expect(whole("Hoppe")).toHaveLength(1);
  });
});

describe("where the map has no room", () => {
  it("people stand below their attitude, the best first, with where they are wanted", () => {
    show(
      <Shown
        page={page([
          person("Petersen", { attitude: 0, wantedAttitude: 1 }),
          person("Hoppe", { attitude: 2 }),
        ])}
      />,
    );
    expect(screen.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
      "FürsprecherHoppe",
      "neutralPetersen → zugeneigt",
    ]);
  });

  it("what ring and arrow mean is said where there are any", () => {
    const legend = /^Kreis: /;
    const { again } = show(<Shown page={page([person("Hoppe")])} />);
    expect(screen.queryByText(legend)).toBeNull();
    again(<Shown page={page([person("Petersen", { wantedAttitude: 1 })])} />);
    expect(screen.getByText(legend)).toBeTruthy();
  });
});

describe("the line of a contact", () => {
  const lineOf = (view: View) => {
    show(
      <output>
        <ContactLine view={view} />
      </output>,
    );
    return screen.getByRole("status");
  };

  it("names all roles, whom they report to and where we want to get", () => {
    const line = lineOf(
      person(
        "Petersen",
        { function: "Lead Buyer", roles: ["buyer", "influencer"], attitude: 1, wantedAttitude: 2 },
        { reportsToName: "Feldmann" },
      ),
    );
    expect(line.textContent).toContain(
      "Lead Buyer · Einkäufer, Beeinflusser · berichtet an Feldmann · Haltung zugeneigt",
    );
    expect(line.querySelector("[aria-hidden]")?.textContent).toBe("→ Fürsprecher");
    expect(line.querySelector(".sr-only")?.textContent).toBe("angestrebt Fürsprecher");
  });

  it("says that whoever they report to is archived, and no arrow to where they are", () => {
    const line = lineOf(
      person(
        "Wrobel",
        { attitude: -1, wantedAttitude: -1 },
        { reportsToName: "Petersen", reportsToArchived: true },
      ),
    );
    expect(line.textContent).toBe(
      "Anwender · berichtet an Petersen (archiviert) · Haltung skeptisch",
    );
  });
});

it("offers the others to report to, and keeps by name who is archived", () => {
  const feldmann = person("Feldmann");
  const wrobel = person(
    "Wrobel",
    { reportsTo: "Petersen" },
    { reportsToName: "Petersen", reportsToArchived: true },
  );
  const all = page([feldmann, wrobel]);
  expect(superiors(all).map(({ label }) => label)).toEqual(["Feldmann", "Wrobel"]);
  expect(superiors(all, feldmann).map(({ label }) => label)).toEqual(["Wrobel"]);
  expect(superiors(all, wrobel, (name) => `${name} (archiviert)`)).toEqual([
    { value: "Feldmann", label: "Feldmann" },
    { value: "Petersen", label: "Petersen (archiviert)", disabled: true },
  ]);
});

it.each([
  [1, 0, "wanted_below"],
  [0, 1, false],
  [1, null, false],
])("gently doubts a wanted attitude below today's: %s, %s", (attitude, wantedAttitude, doubt) => {
  const field = contactFields([], [], []).find(({ name }) => name === "wantedAttitude");
  expect(field?.doubt?.({ attitude, wantedAttitude })).toBe(doubt);
});
