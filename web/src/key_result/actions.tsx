import { Checkbox } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { api, asSeen, data, type Schemas } from "../api/client";
import { ofAccounts, useSend } from "../api/use-send";
import { formatDate } from "../app/format";
import { Contributors, WriteButton } from "../app/may";
import { useToday } from "../app/session";
import type { Field, Option } from "../entity/fields";
import { nameOf } from "../entity/named";
import { Section } from "../ui/section";
import style from "./key-result.module.css";
import type { PartProps } from "./key-result-part";

/** The actions that serve a key result. */
export function Actions({ page, team, onOpen }: PartProps & { team: Option[] }) {
  const { t } = useTranslation();
  const today = useToday();
  const finishing = useSend(
    (action: Schemas["Action"]) =>
      data(
        api.PATCH("/api/v1/actions/{id}", {
          params: asSeen(action),
          body: { doneOn: action.doneOn ? null : today },
        }),
      ),
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
    <Section
      title={t("action.all")}
      action={
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
      }
    >
      {page.actions.length === 0 && <p className="muted">{t("action.empty")}</p>}
      <ul className={style.actions}>
        {page.actions.map((action) => (
          <li key={action.id} data-done={action.doneOn ? true : undefined}>
            <Contributors>
              <Checkbox
                className="no-print"
                aria-label={t("action.isDone", { title: action.title })}
                checked={action.doneOn !== null}
                onChange={() => finishing.send(action)}
              />
            </Contributors>
            <div>
              <button
                type="button"
                className="plain"
                onClick={() =>
                  onOpen({
                    title: t("action.edit"),
                    collection: "/actions",
                    fields,
                    entity: action,
                  })
                }
              >
                {action.title}
              </button>
              <small
                className={
                  !action.doneOn && action.due && action.due < today ? style.late : undefined
                }
              >
                {[
                  action.assignee && nameOf(page.people, action.assignee),
                  action.doneOn
                    ? t("action.doneOn", { date: formatDate(action.doneOn) })
                    : action.due && t("keyResult.due", { date: formatDate(action.due) }),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </small>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
