import { ActionIcon, Popover } from "@mantine/core";
import { IconBell } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./frame.module.css";
import { useOwed } from "./owed";

const OwedList = lazy(() => import("./owed-list"));

/** How much I owe; opens what. */
export function Bell() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const owed = useOwed();
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
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          className={classes.bell}
          aria-label={owed.length > 0 ? t("nav.owed", { count: owed.length }) : t("nav.whatIOwe")}
          aria-haspopup="dialog"
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          <IconBell size={18} stroke={1.75} aria-hidden="true" />
          {owed.length > 0 && (
            <span className={classes.count} data-bad aria-hidden="true">
              {owed.length}
            </span>
          )}
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown role="dialog" tabIndex={-1} aria-label={t("nav.whatIOwe")} p={0}>
        <Suspense fallback={<div className={classes.owed} />}>
          <OwedList owed={owed} onGo={() => setOpen(false)} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
