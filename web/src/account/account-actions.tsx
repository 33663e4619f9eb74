import { queryOptions, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { api, data, type Schemas } from "../api/client";
import { change } from "../api/entity";
import { formatDate } from "../app/format";
import { WriteButton } from "../app/may";
import { useToday } from "../app/session";
import type { Field, Option } from "../entity/fields";
import { type Named, nameOf } from "../entity/named";
import { useUndoable } from "../entity/undo";
import type { OpenForm } from "../entity/use-entity-form";
import { inPlace } from "../question/in-place";
import { CsvLink, csvAddress } from "../ui/csv-link";
import { Section } from "../ui/section";
import styles from "./customer.module.css";

interface Props {
  account: string;
  team: Option[];
  people: Named[];
  onOpen: OpenForm;
}

export const actionsQuery = (account: string) =>
  queryOptions({
    queryKey: ["account", account, "actions"],
    queryFn: () =>
      data(api.GET("/api/v1/accounts/{account}/actions", { params: { path: { account } } })),
    throwOnError: false,
  });

/** Who does what by when, at whichever key result or at none. */
export function AccountActions({ account, team, people, onOpen }: Props) {
  const { t } = useTranslation();
  const actions = useQuery(actionsQuery(account)).data;
  if (!actions) return null;
  const fields: Field[] = [
    { name: "title", kind: "text", required: true },
    { name: "assignee", kind: "reference", options: team },
    { name: "due", kind: "date" },
    { name: "doneOn", kind: "date" },
  ];
  // What has no date comes last.
  const open = actions
    .filter(({ doneOn }) => !doneOn)
    .sort((left, right) => (left.due ?? "9").localeCompare(right.due ?? "9"));
  const done = actions
    .filter(({ doneOn }) => doneOn)
    .sort((left, right) => (right.doneOn ?? "").localeCompare(left.doneOn ?? ""));
  const lines = (of: Schemas["Action"][]) => (
    <ul className="list">
      {of.map((action) => (
        <ActionLine
          key={action.id}
          action={action}
          people={people}
          onEdit={() =>
            onOpen({ title: t("action.edit"), collection: "/actions", fields, entity: action })
          }
        />
      ))}
    </ul>
  );
  return (
    <Section
      title={t("action.all")}
      count={open.length}
      action={
        <>
          {open.length + done.length > 0 && (
            <CsvLink file={csvAddress(account, "actions")} of={t("action.all")} />
          )}
          <WriteButton
            variant="subtle"
            size="compact-md"
            aria-label={t("action.add")}
            onClick={() =>
              onOpen({
                title: t("action.add"),
                collection: "/actions",
                parent: `/accounts/${account}/actions`,
                fields,
              })
            }
          >
            {t("add")}
          </WriteButton>
        </>
      }
    >
      {/* Here goes on who did one that is not in the list any more. */}
      <div tabIndex={-1}>
        {open.length === 0 && <p className="muted">{t("action.empty")}</p>}
        {lines(open)}
        {done.length > 0 && (
          <details className={styles.done}>
            <summary>{t("customer.doneActions", { count: done.length })}</summary>
            {lines(done)}
          </details>
        )}
      </div>
    </Section>
  );
}

function ActionLine({
  action,
  people,
  onEdit,
}: {
  action: Schemas["Action"];
  people: Named[];
  onEdit: () => void;
}) {
  const { t } = useTranslation();
  const today = useToday();
  const { title, doneOn, due } = action;
  const finishing = useUndoable(
    () => change("/actions", action, { doneOn: today }),
    (now) => change("/actions", now, { doneOn: null }),
    t("customer.actionDone", { title }),
  );
  return (
    <li className="row">
      <div className="grow">
        <button type="button" id={action.id} className={styles.quote} onClick={onEdit}>
          {title}
        </button>
        <p className={styles.facts}>
          {action.assignee && `${nameOf(people, action.assignee)} · `}
          {doneOn ? (
            t("action.doneOn", { date: formatDate(doneOn) })
          ) : (
            <span className={due && due < today ? "poor" : undefined}>{formatDate(due)}</span>
          )}
          {action.keyResult && (
            <>
              {" · "}
              <Link
                className={styles.link}
                to="/key-results/$keyResult"
                params={{ keyResult: action.keyResult }}
              >
                {t("customer.atKeyResult")}
              </Link>
            </>
          )}
        </p>
      </div>
      {!doneOn && (
        <WriteButton
          variant="default"
          size="compact-md"
          disabled={finishing.pending}
          aria-label={t("customer.finish", { title })}
          onClick={inPlace(() => finishing.send())}
        >
          {t("action.done")}
        </WriteButton>
      )}
    </li>
  );
}
