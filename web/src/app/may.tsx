import { Button, type ButtonProps } from "@mantine/core";
import { type ComponentPropsWithoutRef, createContext, type ReactNode, use } from "react";
import type { Schemas } from "../api/client";
import type { Collection } from "../api/entity";

type May = Omit<Schemas["AccountPermissions"], "parent">;

/** What the reader may do on this page, as the server says. */
export const MayContext = createContext<May>({ contribute: true, manage: true });

export const useMay = () => use(MayContext);

/** Whose business the entities of a collection are. */
export const writerOf = (collection: Collection): keyof May =>
  collection === "/accounts" || collection === "/team-members" ? "manage" : "contribute";

/** Shown to those who write the account's plan: its managers and members. */
export function Contributors({ children }: { children: ReactNode }) {
  return useMay().contribute ? children : null;
}

/** A button that changes something; others do not see it. */
export function WriteButton({
  who = "contribute",
  ...props
}: ButtonProps & ComponentPropsWithoutRef<"button"> & { who?: keyof May }) {
  return useMay()[who] ? <Button {...props} /> : null;
}
