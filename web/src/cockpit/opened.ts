import type { EntityFormProps } from "../entity/entity-form";
import type { KeyResultView } from "./cockpit-query";

/** What is open above the cockpit: a form, or a check-in. */
export type Opened = Omit<EntityFormProps, "onClose"> | { checkIn: KeyResultView };
