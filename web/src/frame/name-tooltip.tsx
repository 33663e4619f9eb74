import { Tooltip } from "@mantine/core";
import type { ReactElement } from "react";

export default ({ name, children }: { name: string; children: ReactElement }) => (
  <Tooltip label={name} position="right" events={{ hover: true, focus: true, touch: false }}>
    {children}
  </Tooltip>
);
