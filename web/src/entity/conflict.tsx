import { Alert, Button } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { choicesOfField } from "./choices";
import { type Field, same, type Values } from "./fields";
import { useValueText } from "./value-text";

/** Somebody else was faster: both versions, and the choice. */
export function Conflict({
  fields,
  mine,
  theirs,
  onMine,
  onTheirs,
}: {
  fields: Field[];
  mine: Values;
  theirs: Values;
  onMine: () => void;
  onTheirs: () => void;
}) {
  const { t } = useTranslation();
  const differing = fields.filter(({ name }) => !same(mine[name], theirs[name]));
  const { label, text } = useValueText(
    fields.flatMap(({ options = [] }) =>
      options.map((one) => ({ id: one.value, name: one.label })),
    ),
  );
  return (
    <Alert color="orange" role="alert" title={t("conflict.title")}>
      <table className="data">
        <thead>
          <tr>
            <th>{t("conflict.field")}</th>
            <th>{t("conflict.mine")}</th>
            <th>{t("conflict.theirs")}</th>
          </tr>
        </thead>
        <tbody>
          {differing.map((field) => (
            <tr key={field.name}>
              <td>{label(field.name)}</td>
              <td>{text(field.name, mine[field.name], choicesOfField(field))}</td>
              <td>{text(field.name, theirs[field.name], choicesOfField(field))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="row">
        <Button size="compact-md" onClick={onMine}>
          {t("conflict.takeMine")}
        </Button>
        <Button size="compact-md" variant="default" onClick={onTheirs}>
          {t("conflict.takeTheirs")}
        </Button>
      </div>
    </Alert>
  );
}
