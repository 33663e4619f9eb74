import { Suspense } from "react";
import { lazyPart } from "../app/lazy-part";
import type { CheckInFormProps } from "./check-in-form";

const Form = lazyPart(() => import("./check-in-form"));

/** The check-in, fetched when the first one is opened. */
export function CheckInForm(props: CheckInFormProps) {
  return (
    <Suspense fallback={null}>
      <Form {...props} />
    </Suspense>
  );
}
