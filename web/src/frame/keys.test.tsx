// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { show } from "../testing/stage";
import { useKeys } from "./keys";

const done = vi.fn();
const found = vi.fn();
const ahead = vi.fn((_: string) => false);

function Page({ dialog = false }) {
  useKeys({ s: () => done("signal"), gm: () => done("my work") }, found, ahead);
  return (
    <>
      <input aria-label="Titel" />
      {dialog && <div role="dialog" aria-modal="true" />}
    </>
  );
}

it("does what one key says, or two one after the other", async () => {
  done.mockClear();
  const { person } = show(<Page />);
  await person.keyboard("m");
  expect(done).not.toHaveBeenCalled();
  await person.keyboard("s");
  expect(done).toHaveBeenLastCalledWith("signal");
  await person.keyboard("gm");
  expect(done).toHaveBeenLastCalledWith("my work");
  await person.keyboard("gxm");
  expect(done).toHaveBeenCalledTimes(2);
});

it("leaves letters to the field that one types in, and finds from there all the same", async () => {
  done.mockClear();
  found.mockClear();
  const { person } = show(<Page />);
  await person.type(screen.getByRole("textbox"), "sgm");
  expect((screen.getByRole("textbox") as HTMLInputElement).value).toBe("sgm");
  expect(done).not.toHaveBeenCalled();
  await person.keyboard("{Control>}k{/Control}");
  expect(found).toHaveBeenCalledTimes(1);
});

it("does nothing behind a dialog, nor with keys that mean something to the browser", async () => {
  done.mockClear();
  const { person, again } = show(<Page />);
  await person.keyboard("{Control>}s{/Control}{Alt>}s{/Alt}");
  again(<Page dialog />);
  await person.keyboard("s");
  expect(done).not.toHaveBeenCalled();
});

it("gives what is typed to whatever is on its way, before it means anything else", async () => {
  done.mockClear();
  ahead.mockImplementation(() => true);
  const { person } = show(<Page />);
  await person.keyboard("sgm");
  ahead.mockImplementation(() => false);
  expect(done).not.toHaveBeenCalled();
  expect(ahead.mock.calls.slice(-3).map(([letter]) => letter)).toEqual(["s", "g", "m"]);
});
