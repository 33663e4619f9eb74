// @vitest-environment happy-dom
import { screen } from "@testing-library/react";
import { beforeEach, expect, it } from "vitest";
import { answered, serve } from "../testing/server";
import { show, speak } from "../testing/stage";
import ProfilePage from "./profile-page";

beforeEach(() => speak("de"));

const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);

/** A server that takes the new password as late as it is told to. */
function lateServer() {
  let arrive = () => {};
  serve(({ method }) =>
    method === "PUT"
      ? new Promise((resolve) => {
          arrive = () => resolve(answered());
        })
      : answered({ user: null }),
  );
  return () => arrive();
}

async function changePassword() {
  const arrive = lateServer();
  const { person } = show(<ProfilePage />);
  await person.type(field("Bisheriges Passwort"), "das alte Passwort");
  await person.type(field("Neues Passwort"), "das neue Passwort");
  await person.click(screen.getByRole("button", { name: "Speichern" }));
  return { person, arrive };
}

it("clears the passwords once they are changed", async () => {
  const { arrive } = await changePassword();
  arrive();
  await screen.findByText(/^Das Passwort ist geändert/);
  expect([field("Bisheriges Passwort").value, field("Neues Passwort").value]).toEqual(["", ""]);
});

it("keeps what is typed while the passwords are on their way", async () => {
  const { person, arrive } = await changePassword();
  await person.type(field("Neues Passwort"), " noch länger");
  arrive();
  await screen.findByText(/^Das Passwort ist geändert/);
  expect(field("Neues Passwort").value).toBe("das neue Passwort noch länger");
});
