import { IconPlus, IconTarget } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { WriteButton } from "../app/may";
import { ArchivedList } from "../entity/archived-list";
import type { Field } from "../entity/fields";
import { SortableList } from "../entity/sortable-list";
import type { OpenForm } from "../entity/use-entity-form";
import { ImportLink } from "../import/import-link";
import { Empty } from "../ui/empty";
import { ObjectivePlan } from "./objective-plan";
import style from "./plan.module.css";
import type { PlanPageData } from "./plan-query";
import type { PlanFrom } from "./tray";

/** The objectives of the cycle with their key results, written and put in order. */
export function PlanObjectives({
  plan,
  heard,
  forms,
  open,
  planFrom,
}: {
  plan: PlanPageData;
  heard: Schemas["SignalBoard"] | undefined;
  forms: { objective: Field[]; keyResult: Field[] };
  open: OpenForm;
  planFrom: PlanFrom;
}) {
  const { t } = useTranslation();
  const { cycle } = plan;
  const editable = cycle.state !== "closed";
  return (
    <>
      {plan.objectives.length === 0 && (
        <Empty icon={<IconTarget />} title={t("plan.noObjective")}>
          {t("cockpit.noObjectives")}
        </Empty>
      )}
      <div className={style.objectives}>
        <SortableList
          collection="/objectives"
          items={plan.objectives.map(({ objective }) => objective)}
          render={(id, handle) => {
            const index = plan.objectives.findIndex(({ objective }) => objective.id === id);
            const view = plan.objectives[index];
            if (!view) return null;
            return (
              <ObjectivePlan
                number={index + 1}
                view={view}
                plan={plan}
                answered={(heard?.signals ?? []).filter(({ responses }) =>
                  responses.some(({ target }) => target === id),
                )}
                handle={handle}
                forms={forms}
                open={open}
                editable={editable}
              />
            );
          }}
        />
      </div>
      {editable && (
        <div className={`${style.adds} no-print`}>
          <WriteButton
            variant="default"
            className={style.add}
            leftSection={<IconPlus size={16} stroke={1.75} aria-hidden="true" />}
            onClick={planFrom.nothing}
          >
            {t("objective.add")}
          </WriteButton>
          <ImportLink account={plan.account.id} kind="plan" />
        </div>
      )}
      {editable && plan.enoughObjectives && <p className="muted">{t("objective.many")}</p>}
      <ArchivedList
        parent={`/accounts/${plan.account.id}`}
        collections={["/objectives", "/key-results"]}
        only={(entity) =>
          entity.objective
            ? plan.objectives.some((view) => view.objective.id === entity.objective)
            : entity.cycle === cycle.id
        }
      />
    </>
  );
}
