// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { beforeAll, expect, it, vi } from "vitest";
import { show, speak } from "../testing/stage";
import { Row, Rows } from "./row";

beforeAll(() => speak("de"));

it("says what waits for the network", () => {
  const { again } = show(<Row title="Oelde bestellt zentral" />);
  expect(screen.queryByText("wartet auf das Netz")).toBeNull();
  again(<Row title="Oelde bestellt zentral" waiting />);
  expect(screen.getByText("wartet auf das Netz")).toBeTruthy();
});

it("offers to compare what somebody else changed meanwhile", async () => {
  const compare = vi.fn();
  const { person } = show(
    <Rows>
      <Row title="Liefertreue" onCompare={compare} />
    </Rows>,
  );
  await person.click(screen.getByRole("button", { name: "Vergleichen" }));
  expect(compare).toHaveBeenCalledOnce();
});
