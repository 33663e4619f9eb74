import { ApiProblem, api, asSeen, data } from "../api/client";
import { chooseLanguage, type Language } from "../app/i18n";
import type { SessionView } from "../app/session";

const key = "takt-language-at-the-door";

/** Somebody who is not signed in yet chooses it: it comes in with them. */
export async function chooseAtTheDoor(language: Language) {
  sessionStorage.setItem(key, language);
  await chooseLanguage(language);
}

/** Whether they have chosen one; nobody else's language takes its place then. */
export const choseAtTheDoor = () => sessionStorage.getItem(key) !== null;

/** What was chosen at the door is the language of whoever came in by it, from then on. */
export async function bringLanguageIn({ user }: SessionView) {
  const chosen = sessionStorage.getItem(key);
  sessionStorage.removeItem(key);
  if (!user || (chosen !== "de" && chosen !== "en") || chosen === user.language) return;
  try {
    await data(
      api.PATCH("/api/v1/users/{id}", { params: asSeen(user), body: { language: chosen } }),
    );
  } catch (caught) {
    // They are in, which was what they wanted.
    if (!(caught instanceof ApiProblem)) throw caught;
  }
}
