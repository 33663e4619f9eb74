import type { Values } from "./fields";

/** What the server calls somebody who was erased. */
export const nobody = "N. N.";

/** A user who was erased, whom nothing brings back: the server leaves an address that is nobody's. */
export const isErasedUser = ({ email }: Values) =>
  typeof email === "string" && email.endsWith("@erased.invalid");
