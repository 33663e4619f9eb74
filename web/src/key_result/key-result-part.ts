import type { Schemas } from "../api/client";
import type { EntityFormProps } from "../entity/entity-form";

export type Page = Schemas["KeyResultPage"];

/** What the page of a key result has opened: the form of an entity, or a check-in, perhaps a correcting one. */
export type Opened = Omit<EntityFormProps, "onClose"> | { checkIn: string | undefined };

/** What each part of the page gets. */
export interface PartProps {
  page: Page;
  onOpen: (opened: Opened) => void;
}
