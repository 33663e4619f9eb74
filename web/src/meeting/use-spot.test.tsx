// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { useState } from "react";
import { beforeEach, describe, expect, it } from "vitest";
import { roomWith } from "../testing/room";
import { show, speak } from "../testing/stage";
import { useUnsaved } from "../unsaved/unsaved";
import { useSpot } from "./use-spot";

beforeEach(() => speak("de"));

/** One's own device: which step it shows, and a field in it. */
function Device({ step }: { step: number }) {
  const spot = useSpot(roomWith({ step }));
  const [text, setText] = useState("");
  useUnsaved(text !== "");
  return (
    <>
      <output>{spot.shown.step}</output>
      {spot.apart && (
        <button type="button" onClick={spot.follow}>
          Folgen
        </button>
      )}
      <button type="button" onClick={() => spot.look({ step: 0, focus: null })}>
        Zurück zum ersten
      </button>
      <button type="button" onClick={() => spot.look({ step: 5, focus: null })}>
        Voraus
      </button>
      <input aria-label="Notiz" value={text} onChange={(event) => setText(event.target.value)} />
    </>
  );
}

const shown = () => screen.getByRole("status").textContent;

describe("what a device shows of a running meeting", () => {
  it("goes along with the room", () => {
    const { again } = show(<Device step={1} />);
    again(<Device step={2} />);
    expect(shown()).toBe("2");
    expect(screen.queryByRole("button", { name: "Folgen" })).toBeNull();
  });

  it("stays where somebody types, says so, and goes along once that is stored", async () => {
    const { again, person } = show(<Device step={1} />);
    await person.type(screen.getByLabelText("Notiz"), "Lehrte");
    again(<Device step={2} />);
    expect(shown()).toBe("1");
    expect(screen.getByRole("button", { name: "Folgen" })).toBeTruthy();
    await person.clear(screen.getByLabelText("Notiz"));
    expect(shown()).toBe("2");
  });

  it("follows at a click, though something is typed", async () => {
    const { again, person } = show(<Device step={1} />);
    await person.type(screen.getByLabelText("Notiz"), "Lehrte");
    again(<Device step={2} />);
    await person.click(screen.getByRole("button", { name: "Folgen" }));
    expect(shown()).toBe("2");
  });

  it("goes back alone, stays there while the room goes on, and follows again", async () => {
    const { again, person } = show(<Device step={1} />);
    await person.click(screen.getByRole("button", { name: "Zurück zum ersten" }));
    again(<Device step={3} />);
    expect(shown()).toBe("0");
    await person.click(screen.getByRole("button", { name: "Folgen" }));
    expect(shown()).toBe("3");
  });

  it("is never ahead of the room", async () => {
    const { again, person } = show(<Device step={2} />);
    await person.click(screen.getByRole("button", { name: "Voraus" }));
    expect(shown()).toBe("2");
    await person.click(screen.getByRole("button", { name: "Zurück zum ersten" }));
    again(<Device step={0} />);
    expect(shown()).toBe("0");
    again(<Device step={1} />);
    expect(shown()).toBe("1");
  });
});
