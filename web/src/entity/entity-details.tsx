import { Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { shortened } from "../number/shortened";
import { aboutKindOf } from "../question/about-kind";
import { Certainty } from "../question/certainty";
import { choicesOfField } from "./choices";
import type { EntityFormProps } from "./entity-form";
import type { Field } from "./fields";
import { useValueText } from "./value-text";

const seen = ({ decimals }: Field, value: unknown) =>
  decimals !== undefined && typeof value === "number" ? shortened(value, decimals) : value;

/** An entity's fields for those who only read it. */
export function EntityDetails({ title, collection, fields, onClose, ...props }: EntityFormProps) {
  const { t } = useTranslation();
  const { label, text } = useValueText(
    fields.flatMap(({ options = [] }) =>
      options.map((one) => ({ id: one.value, name: one.label })),
    ),
  );
  if (!props.entity) return null;
  const { entity } = props;
  const about = aboutKindOf(collection);
  const heading = entity.title ? "title" : "name";
  const shown = fields.filter(({ name, when, hint }) => {
    const value = entity[name];
    const empty = value === null || value === undefined || value === "" || value === false;
    if (name === heading || (empty && !hint)) return false;
    return !(Array.isArray(value) && value.length === 0) && (!when || when(entity));
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={String(entity[heading] ?? title)}
      closeButtonProps={{ "aria-label": t("close") }}
      size="lg"
    >
      <dl className="details">
        {shown.map((field) => (
          <div key={field.name}>
            <dt className="muted">{label(field.name)}</dt>
            <dd className="prose">
              {text(field.name, seen(field, entity[field.name]), choicesOfField(field))}
              {field.hint && <div className="muted">{field.hint}</div>}
            </dd>
          </div>
        ))}
      </dl>
      {about && typeof entity.account === "string" && (
        <Certainty account={entity.account} kind={about} about={entity.id} />
      )}
    </Modal>
  );
}
