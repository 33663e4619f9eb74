import { Tooltip } from "@mantine/core";
import type { ReactElement } from "react";

export default ({
  name,
  pointed,
  children,
}: {
  name: string;
  /** Already, before this was there. */
  pointed: boolean;
  children: ReactElement;
}) => (
  <Tooltip
    label={name}
    position="right"
    defaultOpened={pointed}
    // Within the navigation, beside which it is seen all the same.
    withinPortal={false}
    floatingStrategy="fixed"
    events={{ hover: true, focus: true, touch: false }}
  >
    {children}
  </Tooltip>
);
