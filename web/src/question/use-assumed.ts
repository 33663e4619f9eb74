import { useTranslation } from "react-i18next";
import { archive, change, type Entity, restore } from "../api/entity";
import { useToday } from "../app/session";
import { useUndoable } from "../entity/undo";

type Seen = Pick<Entity, "id" | "version">;

/** Confirms today what is assumed of the entry with that name. */
export function useConfirming(name: string) {
  const { t } = useTranslation();
  const today = useToday();
  return useUndoable(
    (assumption: Seen) => change("/assumptions", assumption, { confirmedOn: today }),
    (now) => change("/assumptions", now, { confirmedOn: null }),
    t("assumed.nowConfirmed", { name }),
  );
}

/** Takes the mark off the entry with that name. */
export function useTakingOff(name: string) {
  const { t } = useTranslation();
  return useUndoable(
    (assumption: Seen) => archive("/assumptions", assumption),
    (now) => restore("/assumptions", now),
    t("assumed.takenOff", { name }),
  );
}
