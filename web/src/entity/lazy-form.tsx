import { Suspense } from "react";
import { lazyPart } from "../app/lazy-part";
import type { EntityFormProps } from "./entity-form";

const Form = lazyPart(() => import("./entity-form"));

/** The form, fetched when the first one is opened: the pages themselves need none of its controls. */
export function EntityForm(props: EntityFormProps) {
  return (
    <Suspense fallback={null}>
      <Form {...props} />
    </Suspense>
  );
}
