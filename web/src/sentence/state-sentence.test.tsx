// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import type { ReactNode } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { answered, serve } from "../testing/server";
import { show, speak } from "../testing/stage";
import { StateSentence } from "./state-sentence";
import type { Clause } from "./wording";

vi.mock("@tanstack/react-router", async (original) => ({
  ...(await original<object>()),
  Link: ({
    to,
    params = {},
    search,
    hash,
    className,
    children,
  }: {
    to: string;
    params?: Record<string, string>;
    search?: object;
    hash?: string;
    className?: string;
    children: ReactNode;
  }) => (
    <a
      className={className}
      href={
        to.replace(/\$(\w+)/g, (_, name) => params[name] ?? "") +
        (search ? `?${JSON.stringify(search)}` : "") +
        (hash ? `#${hash}` : "")
      }
    >
      {children}
    </a>
  ),
}));

const clause = (kind: Clause["kind"], more: Partial<Clause> = {}): Clause => ({
  kind,
  severity: "plain",
  place: null,
  of: null,
  in: null,
  name: "",
  count: 0,
  total: 0,
  days: 0,
  value: null,
  before: null,
  target: null,
  estimated: false,
  day: null,
  health: null,
  ...more,
});

const teutonia = [
  clause("progress", { place: "plan", of: "c", value: 0.55, target: 0.37 }),
  clause("share_rose", { place: "supply", of: "a", before: 0.4, value: 0.44, target: 0.5 }),
  clause("roll_out_silent", { severity: "warn", place: "key_result", of: "k", days: 19 }),
  clause("signals_overdue", { severity: "bad", place: "signals", of: "a", count: 1 }),
];

beforeEach(() => {
  serve(() => answered({ today: "2026-11-24", dayEnds: "2099-01-01T00:00:00Z" }));
});

/** What the sentence reads, with plain blanks. */
const reads = (sentence: Clause[]) => {
  const { unmount } = show(<StateSentence sentence={sentence} />);
  const text = document.querySelector("p")?.textContent?.replaceAll("\u00a0", " ") ?? "";
  unmount();
  return text;
};

describe("in German", () => {
  beforeEach(() => speak("de"));

  it("says how an account stands, the two worst in one breath", () => {
    expect(reads(teutonia)).toBe(
      "Fortschritt 55 %, bis heute erwartet 37 %. Der Lieferanteil stieg von 40 auf 44 %, Ziel 50 %. " +
        "Beim Ausrollen seit 19 Tagen kein Check-in, ein Signal ist überfällig.",
    );
  });

  it("says of how many key results a progress is", () => {
    expect(reads([clause("progress", { value: 0.55, target: 0.37, count: 2, total: 6 })])).toBe(
      "Fortschritt 55 % (2 von 6 Key Results gemessen), bis heute erwartet 37 %.",
    );
  });

  it("makes each figure the way to what it tells of", () => {
    show(<StateSentence sentence={teutonia} />);
    const ways = screen
      .getAllByRole("link")
      .map((link) => [link.textContent, link.getAttribute("href")]);
    expect(ways).toEqual([
      ["55\u00a0%", "/cycles/c/plan"],
      ["44\u00a0%", "/accounts/a/supply"],
      ["seit 19\u00a0Tagen kein Check-in", "/key-results/k"],
      ["ein Signal ist überfällig", "/accounts/a/signals"],
    ]);
  });

  it("has its singular and plural right", () => {
    expect(reads([clause("signals_overdue", { count: 3 })])).toBe("Drei Signale sind überfällig.");
    expect(reads([clause("signals_waiting", { count: 14 })])).toBe(
      "14 Signale warten auf Antwort.",
    );
    expect(reads([clause("cycle_ahead", { name: "Zyklus 3", days: 1 })])).toBe(
      "Zyklus 3 beginnt morgen.",
    );
    expect(reads([clause("key_results_outdated", { count: 2, days: 24 })])).toBe(
      "Zwei Key Results sind veraltet, eines seit 24 Tagen.",
    );
  });

  it("says how soon a team answers, as the agility check does", () => {
    const told = (value: number) => reads([clause("response_time", { value })]);
    expect(told(2)).toBe("Im Median antwortet das Team in diesem Zyklus nach 2 Tagen.");
    expect(told(1.04)).toBe("Im Median antwortet das Team in diesem Zyklus nach einem Tag.");
    expect(told(1.45)).toBe("Im Median antwortet das Team in diesem Zyklus nach 1,5 Tagen.");
    show(
      <StateSentence
        sentence={[clause("response_time", { value: 2, place: "agility", of: "a" })]}
      />,
    );
    expect(screen.getByRole("link").getAttribute("href")).toBe("/accounts/a/agility");
  });

  it("says what a buying centre lacks, and who is quiet, in one breath", () => {
    const lacks = (name: string, count = 0) =>
      clause("buying_centre_lacks", { severity: "warn", name, count });
    expect(reads([lacks("no_decider")])).toBe("Noch kein Entscheider bekannt.");
    expect(reads([lacks("no_supporter_among_deciders")])).toBe(
      "Kein Förderer unter den Entscheidern.",
    );
    expect(reads([lacks("attitude_below_wanted", 1)])).toBe(
      "Bei einer Person ist die angestrebte Haltung noch nicht erreicht.",
    );
    expect(
      reads([
        lacks("attitude_below_wanted", 3),
        clause("contacts_quiet", { severity: "warn", name: "Beate Wrobel", count: 1 }),
      ]),
    ).toBe(
      "Bei drei Personen ist die angestrebte Haltung noch nicht erreicht, mit Beate Wrobel hat lange niemand gesprochen.",
    );
  });

  it("names the only account of a state, and of several the one farthest behind", () => {
    const atRisk = { severity: "bad", health: "at_risk", name: "Kessler" } as const;
    expect(
      reads([
        clause("accounts", { count: 1, total: 3, health: "on_track" }),
        clause("accounts_outdated", { severity: "warn", count: 1, health: "outdated" }),
        clause("accounts_at_risk", { ...atRisk, count: 1 }),
      ]),
    ).toBe("Drei Key Accounts, davon einer im Plan. Einer ist veraltet, Kessler ist gefährdet.");
    expect(reads([clause("accounts_at_risk", { ...atRisk, count: 2 })])).toBe(
      "Zwei sind gefährdet, am weitesten zurück Kessler.",
    );
  });

  it("says what one owes and how fresh one's own key results are", () => {
    expect(
      reads([
        clause("own_fresh", { count: 2, day: "2026-11-30" }),
        clause("owed_overdue", { severity: "bad", count: 4, total: 1 }),
      ]),
    ).toBe(
      "Ihre Key Results sind frisch; der nächste Check-in ist am Mo., 30.11. fällig. " +
        "Sie schulden dem Team vier Dinge, eines ist überfällig.",
    );
  });

  it("leaves a name what it is", () => {
    expect(reads([clause("cycle_ahead", { name: "ä <b>{{value}}</b> & Co.", days: 1 })])).toBe(
      "Ä <b>{{value}}</b> & Co. beginnt morgen.",
    );
    expect(reads([clause("accounts_at_risk", { name: "<b>K</b>", count: 2 })])).toBe(
      "Zwei sind gefährdet, am weitesten zurück <b>K</b>.",
    );
  });

  it("marks an estimated share", () => {
    expect(reads([clause("share", { value: 0.44, estimated: true })])).toBe(
      "Der Lieferanteil liegt bei ≈44 %.",
    );
  });
});

it("says the same in English", async () => {
  await speak("en");
  expect(reads(teutonia)).toBe(
    "Progress 55%, expected by today 37%. The share of supply rose from 40 to 44%, target 50%. " +
      "On the roll-out no check-in for 19 days, and one signal is overdue.",
  );
});

it("says nothing where an answer that was kept from before has no sentence", async () => {
  await speak("de");
  show(<StateSentence sentence={undefined} />);
  expect(document.querySelector("p")).toBeNull();
});
