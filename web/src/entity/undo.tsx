import { Button } from "@mantine/core";
import i18next from "i18next";
import type { Entity } from "../api/entity";
import { ofAccounts, useSend } from "../api/use-send";
import { hideToast, toast } from "../ui/toast";

/** Says below the page what was done to an entity, with the way back. */
export function sayDone(id: string, message: string, undo: () => Promise<unknown>) {
  toast({
    id,
    message,
    action: (
      <Button
        size="xs"
        variant="subtle"
        color="brand"
        onClick={async () => {
          await undo();
          hideToast(id);
        }}
      >
        {i18next.t("undo")}
      </Button>
    ),
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
