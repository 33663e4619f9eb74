import { createContext, use } from "react";
import type { Place, Where } from "./places";

/** The account that one is in. */
export interface ShownAccount {
  id: string;
  name: string;
}

interface Frame {
  /** Icons only. */
  folded: boolean;
  phone: boolean;
  where: Where;
  account?: { id: string };
  place?: Place;
  /** The cycle that the page shows, where its address names one. */
  cycle?: string;
  /** Whether there is any account whose plan the reader writes; without an answer nobody knows. */
  writes: boolean;
}

export const FrameContext = createContext<Frame>({
  folded: false,
  phone: false,
  where: { same: { to: "/accounts/$account" } },
  writes: true,
});
export const useFrame = () => use(FrameContext);

/** What the account that one is in is called, once its page has said so. */
export const AccountName = createContext("");

/** Tells the frame whose page is shown: pages of one entry know it only once they are read. */
export const TellAccount = createContext<(account: ShownAccount) => void>(() => {});

/** Where the top bar takes what belongs to the page, e.g. the choice of a cycle. */
export const TopBarPlace = createContext<HTMLElement | null>(null);
