// @vitest-environment happy-dom
import { screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { show, speak } from "../testing/stage";
import { FormDialog } from "./form-dialog";
import { anyUnsaved, unsavedAfterSaves, whileSaving } from "./unsaved";

const onClose = vi.fn();

function Dialog({ busy = false }: { busy?: boolean }) {
  const [note, setNote] = useState("");
  return (
    <FormDialog typed={note !== ""} busy={busy} onClose={onClose} title="Check-in">
      {(close) => (
        <>
          <input
            aria-label="Notiz"
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
          <button type="button" onClick={close}>
            Abbrechen
          </button>
        </>
      )}
    </FormDialog>
  );
}

const note = () => screen.getByLabelText<HTMLInputElement>("Notiz");
const leaves = {
  Esc: (person: ReturnType<typeof show>["person"]) => person.keyboard("{Escape}"),
  "×": (person: ReturnType<typeof show>["person"]) =>
    person.click(screen.getByRole("button", { name: "Schließen" })),
  "a click beside": (person: ReturnType<typeof show>["person"]) =>
    person.click(document.querySelector(".mantine-Modal-overlay") as HTMLElement),
  Cancel: (person: ReturnType<typeof show>["person"]) =>
    person.click(screen.getByRole("button", { name: "Abbrechen" })),
};
const ways = Object.keys(leaves) as (keyof typeof leaves)[];

beforeEach(async () => {
  onClose.mockReset();
  await speak("de");
});

describe.each(ways)("a dialog left by %s", (way) => {
  it("asks where something is typed, and keeps it for who stays", async () => {
    const { person } = show(<Dialog />);
    await person.type(note(), "Noch nicht fertig");
    await leaves[way](person);
    expect(onClose).not.toHaveBeenCalled();
    await person.click(screen.getByRole("button", { name: "Weiter bearbeiten" }));
    expect(note().value).toBe("Noch nicht fertig");
    await leaves[way](person);
    await person.click(screen.getByRole("button", { name: "Eingaben verwerfen" }));
    expect(onClose).toHaveBeenCalledTimes(1);
  });

  it("closes at once where nothing is", async () => {
    const { person } = show(<Dialog />);
    await leaves[way](person);
    expect(onClose).toHaveBeenCalledTimes(1);
  });
});

it("asks no more once what was typed is stored", async () => {
  const { person } = show(<Dialog />);
  await person.type(note(), "eins");
  await person.keyboard("{Escape}");
  expect(screen.getByRole("alert")).toBeTruthy();
  await person.clear(note());
  expect(screen.queryByRole("alert")).toBeNull();
  await person.type(note(), "zwei");
  expect(screen.queryByRole("alert")).toBeNull();
});

it("takes nothing that the save on its way would not take along", async () => {
  const { person, again } = show(<Dialog />);
  await person.type(note(), "eins");
  again(<Dialog busy />);
  await person.type(note(), " zwei");
  expect(note().value).toBe("eins");
  again(<Dialog />);
  await person.type(note(), " zwei");
  expect(note().value).toBe("eins zwei");
});

function Opening({ gone = false }: { gone?: boolean }) {
  const [open, setOpen] = useState(false);
  return (
    <section tabIndex={-1} aria-label="Liste">
      {(!gone || !open) && (
        <button type="button" onClick={() => setOpen(true)}>
          Öffnen
        </button>
      )}
      {open && (
        <FormDialog typed={false} onClose={() => setOpen(false)} title="Check-in">
          {() => <input aria-label="Notiz" />}
        </FormDialog>
      )}
    </section>
  );
}

describe("closed, it gives the focus back", () => {
  it("to what it was opened from", async () => {
    const { person } = show(<Opening />);
    await person.click(screen.getByRole("button", { name: "Öffnen" }));
    await person.click(note());
    await person.keyboard("{Escape}");
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole("button", { name: "Öffnen" })),
    );
  });

  it("to what is around that, where it is gone", async () => {
    const { person } = show(<Opening gone />);
    await person.click(screen.getByRole("button", { name: "Öffnen" }));
    await person.click(note());
    await person.keyboard("{Escape}");
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole("region", { name: "Liste" })),
    );
  });
});

describe("whoever leaves the page or closes the tab", () => {
  const closes = () => {
    const event = new Event("beforeunload", { cancelable: true });
    window.dispatchEvent(event);
    return !event.defaultPrevented;
  };

  it("is asked for as long as something is typed", async () => {
    const { person, unmount } = show(<Dialog />);
    expect([anyUnsaved(), closes()]).toEqual([false, true]);
    await person.type(note(), "x");
    expect([anyUnsaved(), closes()]).toEqual([true, false]);
    await person.clear(note());
    expect([anyUnsaved(), closes()]).toEqual([false, true]);
    await person.type(note(), "x");
    unmount();
    expect([anyUnsaved(), closes()]).toEqual([false, true]);
  });

  it("waits for a save on its way instead", async () => {
    const { person } = show(<Dialog />);
    await person.type(note(), "x");
    let stored = () => {};
    whileSaving(
      new Promise<void>((resolve) => {
        stored = resolve;
      }),
    );
    const asks = unsavedAfterSaves();
    await person.clear(note());
    stored();
    expect(await asks).toBe(false);
  });
});
