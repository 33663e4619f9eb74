import { kept } from "../app/kept";

/**
 * What was typed and is not stored, for as long as its tab is open: a reload brings it back. It is
 * its writer's alone.
 */
const prefix = "takt-draft ";
const nameOf = (writer: string, place: string) => `${prefix}${writer} ${place}`;
const isDraft = (value: unknown): value is object => typeof value === "object" && value !== null;

export const draftInTab = <T extends object>(writer: string, place: string, otherwise: T): T =>
  kept<object>(nameOf(writer, place), otherwise, isDraft, () => sessionStorage) as T;

/** Nothing typed is nothing kept. */
export function keepDraftInTab(writer: string, place: string, draft: object | undefined) {
  try {
    if (draft) sessionStorage.setItem(nameOf(writer, place), JSON.stringify(draft));
    else sessionStorage.removeItem(nameOf(writer, place));
  } catch {
    // A browser that keeps nothing, or no more, has it until the page is left.
  }
}

/** Who signs in next must not find them. */
export function dropDraftsInTab() {
  try {
    for (const name of Object.keys(sessionStorage))
      if (name.startsWith(prefix)) sessionStorage.removeItem(name);
  } catch {
    // A browser that keeps nothing has nothing to drop.
  }
}
