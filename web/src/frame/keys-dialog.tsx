import { Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useFocusBack } from "../app/focus-back";
import classes from "./frame.module.css";

const keys = [
  ["find", ["keys.find"]],
  ["signal", ["S"]],
  ["checkIn", ["C"]],
  ["accounts", ["G", "K"]],
  ["portfolio", ["G", "P"]],
  ["myWork", ["G", "M"]],
  ["help", ["?"]],
] as const;

/** Which keys do what. */
export default function KeysDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  useFocusBack();
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("keys.title")}
      closeButtonProps={{ "aria-label": t("close") }}
    >
      <dl className={classes.keys}>
        {keys.map(([name, pressed]) => (
          <div key={name}>
            <dt>{t(`keys.does.${name}`)}</dt>
            <dd>
              {pressed.map((key) => (
                <kbd key={key} className={classes.key}>
                  {key === "keys.find" ? t("keys.find") : key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
