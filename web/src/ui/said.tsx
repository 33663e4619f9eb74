import "@mantine/notifications/styles.css";
import { Notifications, notifications } from "@mantine/notifications";
import {
  IconAlertCircle,
  IconCircleCheck,
  IconLoader2,
  IconUsers,
  IconWifiOff,
} from "@tabler/icons-react";
import type { Toast } from "./toast";
import styles from "./toast.module.css";

const icons = {
  done: IconCircleCheck,
  waits: IconWifiOff,
  others: IconUsers,
  making: IconLoader2,
  wrong: IconAlertCircle,
};

const seconds = 6_000;

/** As `toast` says. */
export function say({ id, kind = "done", message, action }: Toast) {
  const Icon = icons[kind];
  const stays = kind === "wrong" || kind === "making";
  if (id) notifications.hide(id);
  const wait = (autoClose: number | false) => {
    if (!stays) notifications.update({ id: shown, message: said, autoClose });
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
    autoClose: stays ? false : undefined,
    icon: <Icon size={16} stroke={1.75} data-kind={kind} />,
    message: said,
    // Only read, it is in nobody's way: what lies below it can be pressed.
    "data-through": (kind === "done" && !action) || undefined,
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

export const hide = notifications.hide;

/** Where toasts are said. */
export default () => (
  <Notifications
    position="bottom-left"
    autoClose={seconds}
    containerWidth={420}
    classNames={{ root: styles.place }}
    aria-live="polite"
  />
);
