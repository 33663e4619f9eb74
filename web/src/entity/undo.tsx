import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import i18next from "i18next";
import type { Entity } from "../api/entity";
import { ofAccounts, useSend } from "../api/use-send";

/** Says below the page what was done to an entity, with the way back. */
export function sayDone(id: string, message: string, undo: () => Promise<unknown>) {
  // What was said of it before is old.
  notifications.hide(id);
  notifications.show({
    id,
    message: (
      <span className="row">
        {message}
        <Button
          size="compact-sm"
          variant="light"
          onClick={async () => {
            await undo();
            notifications.hide(id);
          }}
        >
          {i18next.t("undo")}
        </Button>
      </span>
    ),
    autoClose: 12_000,
  });
}

/**
 * One write in an account that happens at one press: `said` once it is done, and taken back by `back` as
 * it was when that was pressed, whatever the page shows by then.
 */
export function useUndoable<V = void>(
  act: (variables: V) => Promise<Entity>,
  back: (now: Entity) => Promise<unknown>,
  said: string,
) {
  const refreshes = [ofAccounts];
  const undoing = useSend((undo: () => Promise<unknown>) => undo(), { refreshes });
  const { send, pending } = useSend(
    (pressed: { variables: V; back: typeof back }) => act(pressed.variables),
    {
      refreshes,
      onSent: (now, pressed) => sayDone(now.id, said, () => undoing.send(() => pressed.back(now))),
    },
  );
  return { pending, send: (variables: V) => send({ variables, back }) };
}
