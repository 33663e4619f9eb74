// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { show, speak } from "../testing/stage";
import { useLeft } from "./use-left";

beforeEach(() => speak("de"));

function Left() {
  const left = useLeft({ sites: { text: "Passau; ; x\n\nHof; ; y\n" }, vision: { text: "" } });
  return (
    <>
      <p>{left("people")}</p>
      <p>{left("share") || "nichts"}</p>
    </>
  );
}

it("names what of a step is typed and not stored, with its lines", () => {
  show(<Left />);
  expect(screen.getByText("Standorte (2 Zeilen)")).toBeTruthy();
  expect(screen.getByText("nichts")).toBeTruthy();
});
