import { IconPlus } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { WriteButton } from "../app/may";
import type { Field } from "../entity/fields";
import { SortableList } from "../entity/sortable-list";
import type { OpenForm } from "../entity/use-entity-form";
import style from "./plan.module.css";
import type { PlanPageData } from "./plan-query";

const fields: Field[] = [
  { name: "title", kind: "text", required: true },
  { name: "why", kind: "prose" },
];

/** More dots than these are a number only. */
const mostDots = 12;

/** How many votes a topic got: as dots, and in words. */
function Votes({ count }: { count: number }) {
  const { t } = useTranslation();
  if (count === 0) return null;
  return (
    <span className={style.votes}>
      {count <= mostDots && (
        <span className={style.dots} aria-hidden="true">
          {Array.from({ length: count }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one dot is like the other
            <i key={index} />
          ))}
        </span>
      )}
      <b>{t("plan.votes", { count })}</b>
    </span>
  );
}

/** What the team concentrates on, in the order of its own. */
export function FocusTopics({
  plan,
  open,
  editable,
}: {
  plan: PlanPageData;
  open: OpenForm;
  editable: boolean;
}) {
  const { t } = useTranslation();
  const { cycle, focusTopics } = plan;
  return (
    <>
      <div className={style.topics}>
        <SortableList
          collection="/focus-topics"
          items={focusTopics}
          render={(id, handle) => {
            const topic = focusTopics.find((one) => one.id === id);
            if (!topic) return null;
            return (
              <div className={style.line}>
                {editable && handle}
                <button
                  type="button"
                  className={`plain ${style.text}`}
                  disabled={!editable}
                  onClick={() =>
                    open({
                      title: t("plan.editFocus"),
                      collection: "/focus-topics",
                      fields,
                      entity: topic,
                    })
                  }
                >
                  <b>{topic.title}</b>
                  {topic.why && <span className={style.second}>{topic.why}</span>}
                </button>
                <Votes count={topic.votes} />
              </div>
            );
          }}
        />
      </div>
      {editable && (
        <WriteButton
          variant="default"
          className={`${style.add} no-print`}
          leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
          onClick={() =>
            open({
              title: t("plan.addFocus"),
              collection: "/focus-topics",
              parent: `/cycles/${cycle.id}/focus-topics`,
              fields,
            })
          }
        >
          {t("plan.addFocus")}
        </WriteButton>
      )}
    </>
  );
}

/** The same to look at, above what is planned for them. */
export function FocusInBrief({ topics }: { topics: Schemas["FocusTopic"][] }) {
  return (
    <ul className={style.lines}>
      {topics.map((topic) => (
        <li key={topic.id}>
          <b className={style.text}>{topic.title}</b>
          <Votes count={topic.votes} />
        </li>
      ))}
    </ul>
  );
}
