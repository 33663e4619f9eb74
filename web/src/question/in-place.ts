import type { MouseEvent } from "react";

/** Does what takes the pressed button away; the focus stays in the list around it. */
export const inPlace =
  (act: () => unknown) =>
  async ({ currentTarget }: MouseEvent<HTMLElement>) => {
    const place = currentTarget.closest<HTMLElement>("[tabindex='-1']");
    await act();
    const at = document.activeElement;
    if (!at || at === document.body || at === currentTarget) place?.focus({ preventScroll: true });
  };
