import { ActionIcon } from "@mantine/core";
import { IconBell } from "@tabler/icons-react";
import { type ComponentPropsWithRef, useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./frame.module.css";
import { type Duty, useOwed } from "./owed";
import type { OwedPopover } from "./owed-popover";

/** How much I owe; opens what. The list comes when it is asked for first. */
export function Bell() {
  const owed = useOwed();
  const [Opened, setOpened] = useState<typeof OwedPopover>();
  if (Opened) return <Opened owed={owed} />;
  const open = async () => {
    const { OwedPopover } = await import("./owed-popover");
    setOpened(() => OwedPopover);
  };
  return <BellButton owed={owed} open={false} onClick={open} />;
}

export function BellButton({
  owed,
  open,
  ...props
}: { owed: Duty[]; open: boolean } & ComponentPropsWithRef<"button">) {
  const { t } = useTranslation();
  return (
    <ActionIcon
      {...props}
      variant="subtle"
      color="gray"
      size={32}
      className={classes.bell}
      aria-label={owed.length > 0 ? t("nav.owed", { count: owed.length }) : t("nav.whatIOwe")}
      aria-haspopup="dialog"
      aria-expanded={open}
    >
      <IconBell size={18} stroke={1.75} aria-hidden="true" />
      {owed.length > 0 && (
        <span className={classes.count} data-bad aria-hidden="true">
          {owed.length}
        </span>
      )}
    </ActionIcon>
  );
}
