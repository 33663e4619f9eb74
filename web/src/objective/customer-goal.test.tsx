// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import type { Schemas } from "../api/client";
import { show, speak } from "../testing/stage";
import { CustomerGoal } from "./customer-goal";

const objective = (customerGoal: string) => ({ customerGoal }) as Schemas["Objective"];

beforeEach(() => speak("de"));

it("quotes the customer, and says nothing where no goal is known", () => {
  const { again } = show(<CustomerGoal objective={objective("Von sieben Lieferanten auf zwei")} />);
  expect(
    screen.getByText("Dient dem Ziel des Kunden: „Von sieben Lieferanten auf zwei“"),
  ).toBeTruthy();
  again(<CustomerGoal objective={objective("„Weniger Lieferanten“")} />);
  expect(screen.getByText("Dient dem Ziel des Kunden: „Weniger Lieferanten“")).toBeTruthy();
  again(<CustomerGoal objective={objective("")} />);
  expect(screen.queryByText(/Ziel des Kunden/)).toBeNull();
});
