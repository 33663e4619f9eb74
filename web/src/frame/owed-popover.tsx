import { Popover } from "@mantine/core";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { BellButton } from "./bell";
import type { Duty } from "./owed";
import { OwedList } from "./owed-list";

/** What I owe, below the bell that has just been pressed; the bell from then on. */
export function OwedPopover({ owed }: { owed: Duty[] }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const bell = useRef<HTMLButtonElement>(null);
  // It takes the place of the bell that was pressed, and its focus, to which closing leads back.
  useEffect(() => {
    bell.current?.focus();
    setOpen(true);
  }, []);
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-end"
      width={396}
      trapFocus
      returnFocus
      withRoles={false}
    >
      <Popover.Target>
        <BellButton ref={bell} owed={owed} open={open} onClick={() => setOpen(!open)} />
      </Popover.Target>
      <Popover.Dropdown role="dialog" tabIndex={-1} aria-label={t("nav.whatIOwe")} p={0}>
        <OwedList owed={owed} onGo={() => setOpen(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}
