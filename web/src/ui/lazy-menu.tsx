import type { MenuProps } from "@mantine/core";
import type { Icon } from "@tabler/icons-react";
import type { LinkProps } from "@tanstack/react-router";
import { cloneElement, type ReactElement, type ReactNode, type Ref, useState } from "react";
import type { OpenedMenu } from "./opened-menu";

/** What a menu offers: something to do, somewhere to go, or a file to take along. */
export interface MenuEntry {
  label: ReactNode;
  icon?: Icon;
  onClick?: () => void;
  link?: Pick<LinkProps, "to" | "params" | "search">;
  /** The address of a file, which the browser saves under the name that the server gives it. */
  file?: string;
  /** The one of several that is shown now. */
  current?: boolean;
  lang?: string;
  /** Something else begins here. */
  apart?: boolean;
}

export interface LazyMenuProps {
  button: ReactElement<{
    ref?: Ref<HTMLButtonElement>;
    onClick?: () => void;
    onFocus?: () => void;
    onPointerEnter?: () => void;
    "aria-haspopup"?: "menu";
    "aria-expanded"?: boolean;
  }>;
  position: MenuProps["position"];
  /** In their order; what is not offered now is left out. */
  entries: (MenuEntry | false | undefined)[];
}

const load = () => import("./opened-menu");
const prepare = () => {
  load().catch(() => undefined);
};

/** A button with a menu. What draws menus comes when somebody reaches for one, not with the first page. */
export function LazyMenu(props: LazyMenuProps) {
  const [Opened, setOpened] = useState<typeof OpenedMenu>();
  if (Opened) return <Opened {...props} />;
  return cloneElement(props.button, {
    "aria-haspopup": "menu",
    "aria-expanded": false,
    onPointerEnter: prepare,
    onFocus: prepare,
    onClick: async () => {
      const { OpenedMenu } = await load();
      setOpened(() => OpenedMenu);
    },
  });
}
