import { useState } from "react";
import type { EntityFormProps } from "./entity-form";
import { EntityForm } from "./lazy-form";

export type OpenForm = (form: Omit<EntityFormProps, "onClose">) => void;

/** One form over a page: `open(…)` shows it, `form` is where it stands. */
export function useEntityForm(): [React.ReactNode, OpenForm] {
  const [opened, setOpened] = useState<Omit<EntityFormProps, "onClose">>();
  const form = opened && (
    <EntityForm key={opened.entity?.id} {...opened} onClose={() => setOpened(undefined)} />
  );
  return [form, setOpened];
}
