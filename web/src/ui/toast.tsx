import { Notifications, notifications } from "@mantine/notifications";
import { IconAlertCircle, IconCircleCheck, IconUsers, IconWifiOff } from "@tabler/icons-react";
import type { ReactNode } from "react";
import styles from "./toast.module.css";

const icons = {
  done: IconCircleCheck,
  waits: IconWifiOff,
  others: IconUsers,
  wrong: IconAlertCircle,
};

interface Toast {
  /** Of what it is, where it takes the place of what was said of that before or is taken back. */
  id?: string;
  kind?: keyof typeof icons;
  message: ReactNode;
  action?: ReactNode;
}

const seconds = 6_000;

/** Says something below the page for six seconds, longer under the pointer or the focus; what went wrong stays. */
export function toast({ id, kind = "done", message, action }: Toast) {
  const Icon = icons[kind];
  if (id) notifications.hide(id);
  const wait = (autoClose: number | false) => {
    if (kind !== "wrong") notifications.update({ id: shown, message: said, autoClose });
  };
  const said = (
    <>
      <span className={styles.message}>{message}</span>
      {action}
    </>
  );
  const shown = notifications.show({
    id,
    role: kind === "wrong" ? "alert" : "status",
    autoClose: kind === "wrong" ? false : undefined,
    icon: <Icon size={16} stroke={1.75} data-kind={kind} />,
    message: said,
    onFocus: () => wait(false),
    onBlur: () => wait(seconds),
    classNames: {
      root: styles.toast,
      icon: styles.icon,
      body: styles.body,
      description: styles.description,
      closeButton: styles.close,
    },
  });
}

/** Where toasts are said. */
export const Toasts = () => (
  <Notifications
    position="bottom-left"
    autoClose={seconds}
    containerWidth={420}
    classNames={{ root: styles.place }}
    aria-live="polite"
  />
);
