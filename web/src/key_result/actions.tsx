import { useTranslation } from "react-i18next";
import { api, asSeen, data, type Schemas } from "../api/client";
import { ofAccounts, useSend } from "../api/use-send";
import { formatDate } from "../app/format";
import { WriteButton } from "../app/may";
import { useToday } from "../app/session";
import type { Field, Option } from "../entity/fields";
import { nameOf } from "../entity/named";
import type { PartProps } from "./key-result-part";

/** The actions that serve a key result. */
export function Actions({ page, team, onOpen }: PartProps & { team: Option[] }) {
  const { t } = useTranslation();
  const today = useToday();
  const finishing = useSend(
    (action: Schemas["Action"]) =>
      data(api.PATCH("/api/v1/actions/{id}", { params: asSeen(action), body: { doneOn: today } })),
    { refreshes: [ofAccounts] },
  );
  const fields: Field[] = [
    { name: "title", kind: "text", required: true },
    { name: "assignee", kind: "reference", options: team },
    { name: "due", kind: "date" },
    { name: "doneOn", kind: "date" },
    {
      name: "keyResult",
      kind: "reference",
      options: [{ value: page.view.keyResult.id, label: page.view.keyResult.title }],
    },
  ];
  return (
    <section className="card">
      <div className="head">
        <h2>{t("action.all")}</h2>
        <WriteButton
          variant="subtle"
          size="compact-md"
          onClick={() =>
            onOpen({
              title: t("action.add"),
              collection: "/actions",
              parent: `/accounts/${page.account.id}/actions`,
              fields,
              initial: { keyResult: page.view.keyResult.id },
            })
          }
        >
          {t("action.add")}
        </WriteButton>
      </div>
      {page.actions.length === 0 && <p className="muted">{t("action.empty")}</p>}
      <ul className="list">
        {page.actions.map((action) => (
          <li key={action.id} className="row">
            <button
              type="button"
              className="plain grow"
              onClick={() =>
                onOpen({ title: t("action.edit"), collection: "/actions", fields, entity: action })
              }
            >
              {action.title}
              <div className="muted">
                {nameOf(page.people, action.assignee)} · {formatDate(action.due)}
                {action.doneOn && ` · ${t("action.doneOn", { date: formatDate(action.doneOn) })}`}
              </div>
            </button>
            {!action.doneOn && (
              <WriteButton variant="default" onClick={() => finishing.send(action)}>
                {t("action.done")}
              </WriteButton>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
