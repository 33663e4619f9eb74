import { Menu } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { cloneElement, type MouseEvent, useEffect, useRef, useState } from "react";
import type { LazyMenuProps, MenuEntry } from "./lazy-menu";
import { takeFile } from "./take-file";

/** The menu of a button that has just been pressed, and the button from then on. */
export function OpenedMenu({ button, position, entries }: LazyMenuProps) {
  const [opened, setOpened] = useState(false);
  const target = useRef<HTMLButtonElement>(null);
  // It takes the place of the button that was pressed, and its focus, to which closing leads back.
  useEffect(() => {
    target.current?.focus();
    setOpened(true);
  }, []);
  return (
    <Menu opened={opened} onChange={setOpened} position={position}>
      <Menu.Target>{cloneElement(button, { ref: target })}</Menu.Target>
      <Menu.Dropdown>
        {entries.map(
          // biome-ignore lint/suspicious/noArrayIndexKey: they stay in their order.
          (entry, at) => entry && <Entry key={at} {...entry} />,
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** As a link it can be copied and opened beside; pressed, it tells how it goes. */
const takesFile = (file: string) => (event: MouseEvent<HTMLElement>) => {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  takeFile(file, event.currentTarget.textContent ?? "");
};

function Entry({ label, icon: Icon, onClick, link, file, current, lang, apart }: MenuEntry) {
  return (
    <>
      {apart && <Menu.Divider />}
      <Menu.Item
        leftSection={Icon && <Icon size={16} stroke={1.75} aria-hidden="true" />}
        onClick={file ? takesFile(file) : onClick}
        aria-current={current ? "true" : undefined}
        lang={lang}
        {...(link && { renderRoot: (props: object) => <Link {...link} {...props} /> })}
        {...(file && { renderRoot: (props: object) => <a href={file} download {...props} /> })}
      >
        {label}
      </Menu.Item>
    </>
  );
}
