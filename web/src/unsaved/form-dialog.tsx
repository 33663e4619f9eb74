import { Alert, Button, Modal, type ModalProps } from "@mantine/core";
import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useFocusBack } from "../app/focus-back";
import { useUnsaved } from "./unsaved";

/**
 * A dialog in which something is typed. Esc, ×, a click beside it and `close` ask before what is
 * `typed` is lost; while it is `busy` saving, nothing can be typed that the save would not take along.
 */
export function FormDialog({
  typed,
  busy = false,
  onClose,
  children,
  ...props
}: Omit<ModalProps, "opened" | "onClose" | "children" | "closeButtonProps"> & {
  typed: boolean;
  busy?: boolean;
  onClose: () => void;
  children: (close: () => void) => ReactNode;
}) {
  const { t } = useTranslation();
  const [leaving, setLeaving] = useState(false);
  // What was stored meanwhile is asked about no more.
  if (leaving && !typed) setLeaving(false);
  useUnsaved(typed, { dialog: true });
  const close = () => (typed ? setLeaving(true) : onClose());

  useFocusBack();

  // What is disabled loses the focus; it comes back where it was.
  const body = useRef<HTMLFieldSetElement>(null);
  const focused = useRef<Element | null>(null);
  const keepFocus = () => {
    if (!busy) focused.current = document.activeElement;
  };
  useLayoutEffect(() => {
    const at = focused.current;
    if (busy || !(at instanceof HTMLElement) || !body.current?.contains(at)) return;
    if (document.activeElement === document.body) at.focus();
  }, [busy]);

  return (
    <Modal
      opened
      onClose={close}
      closeButtonProps={{ "aria-label": t("close") }}
      onFocusCapture={keepFocus}
      {...props}
    >
      <fieldset className="bare" disabled={busy} ref={body}>
        {children(close)}
      </fieldset>
      {leaving && <DiscardQuestion onStay={() => setLeaving(false)} onDiscard={onClose} />}
    </Modal>
  );
}

/** Whether what was typed may go. */
export function DiscardQuestion({
  onStay,
  onDiscard,
}: {
  onStay: () => void;
  onDiscard: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Alert
      mt="sm"
      color="orange"
      role="alert"
      title={t("unsaved.title")}
      ref={(node) => node?.scrollIntoView({ block: "nearest" })}
    >
      <div className="row">
        <Button size="compact-md" variant="default" onClick={onStay}>
          {t("unsaved.stay")}
        </Button>
        <Button size="compact-md" color="red" variant="light" onClick={onDiscard}>
          {t("unsaved.discard")}
        </Button>
      </div>
    </Alert>
  );
}
