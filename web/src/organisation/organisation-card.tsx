import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { api, data } from "../api/client";
import { formatMonth } from "../app/format";
import type { Field } from "../entity/fields";
import { useEntityForm } from "../entity/use-entity-form";

const fields: Field[] = [
  { name: "name", kind: "text", required: true },
  { name: "fiscalMonth", kind: "whole", min: 1, max: 12 },
  { name: "cyclePattern", kind: "text", required: true },
  { name: "timeZone", kind: "timeZone", required: true },
];

/** The organisation's name, fiscal year, time zone and how its cycles are called. */
export function OrganisationCard() {
  const { t } = useTranslation();
  const [form, open] = useEntityForm();
  const organisation = useQuery({
    queryKey: ["organisation"],
    queryFn: () => data(api.GET("/api/v1/organisation")),
  });
  const entity = organisation.data;
  if (!entity) return null;
  return (
    <section className="card row">
      <div className="grow">
        <h2>{entity.name}</h2>
        <span className="muted">
          {t("organisation.fiscal", { month: formatMonth(entity.fiscalMonth) })} ·{" "}
          {t("organisation.pattern", { pattern: entity.cyclePattern })} ·{" "}
          {t("organisation.timeZone", { zone: entity.timeZone.replaceAll("_", " ") })}
        </span>
        <p className="muted">{t("organisation.patternHint")}</p>
      </div>
      <Button
        variant="default"
        onClick={() =>
          open({
            title: t("organisation.title"),
            collection: "/organisation",
            fields,
            entity,
            canArchive: false,
          })
        }
      >
        {t("edit")}
      </Button>
      {form}
    </section>
  );
}
