import { ApiProblem } from "../api/client";
import type { Field } from "../entity/fields";
import { EntityForm } from "../entity/lazy-form";
import { signalFields } from "../signal/signal-fields";
import { discard, type Waiting } from "./outbox";

const checkInFields: Field[] = [
  { name: "value", kind: "number" },
  { name: "stage", kind: "whole", min: 0 },
  { name: "confidence", kind: "whole", min: 0, max: 10 },
  { name: "note", kind: "prose" },
  { name: "effectiveOn", kind: "date" },
  { name: "evidence", kind: "links" },
];

/** An entry that the server refused, with what is wrong at its fields; saved, it waits no more. */
export function MendForm({ entry, onClose }: { entry: Waiting; onClose: () => void }) {
  const { body, path, refused, key, title } = entry;
  const isSignal = path.endsWith("/signals");
  // Of a check-in only what it says: a metric has a value, stages have one of theirs.
  const fields = isSignal ? signalFields : checkInFields.filter(({ name }) => name in body);
  const shown: string[] = fields.map(({ name }) => name);
  const rest = Object.entries(body).filter(([name]) => !shown.includes(name));
  return (
    <EntityForm
      title={title}
      collection={isSignal ? "/signals" : "/check-ins"}
      parent={path}
      fields={fields}
      initial={body}
      extra={Object.fromEntries(rest)}
      id={String(body.id)}
      problem={refused && new ApiProblem(422, refused.code, refused.detail, refused.fields ?? [])}
      onClose={onClose}
      onSaved={() => key !== undefined && discard(key)}
    />
  );
}
