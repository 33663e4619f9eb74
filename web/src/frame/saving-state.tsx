import { IconCloudCheck, IconPencil } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { whenStill } from "../app/still";
import { useAnyUnsaved } from "../unsaved/unsaved";
import classes from "./frame.module.css";
import { useFrame } from "./frame-context";

type OutboxButton = typeof import("../outbox/outbox-button").OutboxButton;

/** Fetched once the page stands, because it is seldom seen; again, where there was no network for it. */
function useOutboxButton() {
  const [Button, setButton] = useState<OutboxButton>();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const load = () =>
      import("../outbox/outbox-button").then(
        (module) => setButton(() => module.OutboxButton),
        () => {
          timer = setTimeout(load, 20_000);
        },
      );
    const forget = whenStill(load);
    return () => {
      forget();
      clearTimeout(timer);
    };
  }, []);
  return Button;
}

/** What waits for the network, if anything does. */
export function Outbox({ user }: { user: string }) {
  const Button = useOutboxButton();
  return Button && <Button user={user} />;
}

/** Whether all that was entered is with the server; what waits for the network opens. */
export function SavingState({ user }: { user: string }) {
  const { t } = useTranslation();
  const { folded } = useFrame();
  const unsaved = useAnyUnsaved();
  const Button = useOutboxButton();
  const Icon = unsaved ? IconPencil : IconCloudCheck;
  const words = t(unsaved ? "saving.typed" : "saving.saved");
  const rest = (
    <p className={classes.item} title={folded ? words : undefined}>
      <Icon size={18} stroke={1.75} aria-hidden="true" />
      <span className={classes.label}>{words}</span>
    </p>
  );
  if (!Button) return rest;
  return (
    <Button user={user} compact={folded}>
      {rest}
    </Button>
  );
}
