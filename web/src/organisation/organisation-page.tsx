import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { SettingsTabs } from "../account/place-tabs";
import { api, data } from "../api/client";
import { formatMonth } from "../app/format";
import { NotFound } from "../app/page-problem";
import { PageTitle } from "../app/page-title";
import { sessionQuery } from "../app/session";
import { Loading } from "../app/shell";
import type { Field } from "../entity/fields";
import { useEntityForm } from "../entity/use-entity-form";
import { Section } from "../ui/section";
import { Backups } from "./backups";
import { CycleNames } from "./cycle-names";
import styles from "./organisation.module.css";
import { Placeholders } from "./placeholders";
import { SlideTemplate } from "./slide-template";

const fields: Field[] = [
  { name: "name", kind: "text", required: true },
  { name: "timeZone", kind: "timeZone", required: true },
  { name: "fiscalMonth", kind: "month", required: true },
  { name: "cyclePattern", kind: "text", required: true },
];

/** The organisation's name, its days, its fiscal year, how its cycles are called, and its slide template. */
export default function OrganisationPage() {
  const { t } = useTranslation();
  const [form, open] = useEntityForm();
  const session = useQuery(sessionQuery).data;
  const { data: entity } = useQuery({
    queryKey: ["organisation"],
    queryFn: () => data(api.GET("/api/v1/organisation")),
  });
  if (!session || !entity) return <Loading />;
  if (session.user?.role === "head")
    return (
      <div className="page reading">
        <PageTitle>{t("organisation.title")}</PageTitle>
        <SlideTemplate />
      </div>
    );
  if (session.user?.role !== "administrator") return <NotFound />;
  const edit = () =>
    open({
      title: t("organisation.title"),
      collection: "/organisation",
      fields,
      entity,
      canArchive: false,
      outlook: ({ cyclePattern, fiscalMonth }) => (
        <>
          <CycleNames pattern={String(cyclePattern ?? "")} fiscalMonth={Number(fiscalMonth)} />
          <Placeholders />
        </>
      ),
    });
  return (
    <div className="page">
      <div className="row">
        <PageTitle grow>{t("organisation.title")}</PageTitle>
        <Button variant="default" onClick={edit}>
          {t("edit")}
        </Button>
      </div>
      <SettingsTabs />
      <div className={styles.parts}>
        <Section title={entity.name}>
          <dl className={styles.facts}>
            <dt>{t("field.timeZone")}</dt>
            <dd>
              {entity.timeZone.replaceAll("_", " ")}
              <span>{t("organisation.zoneWhat")}</span>
            </dd>
          </dl>
        </Section>
        <Section title={t("organisation.cycles")}>
          <dl className={styles.facts}>
            <dt>{t("field.fiscalMonth")}</dt>
            <dd>{formatMonth(entity.fiscalMonth)}</dd>
            <dt>{t("field.cyclePattern")}</dt>
            <dd>
              <code>{entity.cyclePattern}</code>
            </dd>
          </dl>
          <CycleNames pattern={entity.cyclePattern} fiscalMonth={entity.fiscalMonth} />
        </Section>
        <SlideTemplate />
        <Backups />
      </div>
      {form}
    </div>
  );
}
