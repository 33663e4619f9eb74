import type { ComponentType } from "react";

/** A row of the palette: what it says, and what it does. */
export interface Item {
  id: string;
  icon: ComponentType<{ size?: number; stroke?: number; "aria-hidden"?: boolean }>;
  title: string;
  detail?: string;
  /** The keys that do the same from everywhere. */
  keys?: string;
  /** How well it is what was typed: the first one of the best is chosen without a key. */
  worth: number;
  act: () => void;
  /** It says what was typed again, which needs no mark. */
  repeats?: boolean;
  /** The palette stays, e.g. to go on with other words. */
  stays?: boolean;
}

export interface Section {
  name: string;
  items: Item[];
}
