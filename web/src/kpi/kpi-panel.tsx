import { Alert, Button } from "@mantine/core";
import { type FormEvent, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiProblem, api, data, type Schemas } from "../api/client";
import { useSend } from "../api/use-send";
import { formatDate } from "../app/format";
import { lazyPart } from "../app/lazy-part";
import { Contributors, WriteButton } from "../app/may";
import { useToday } from "../app/session";
import { useProblemText } from "../entity/problem-text";
import type { OpenForm } from "../entity/use-entity-form";
import { isUnreadable, type NumberEntry, NumberField } from "../number/number-field";
import { AssumedMark } from "../question/assumed-mark";
import { Chip } from "../ui/chip";
import { DayInput } from "../ui/day-input";
import { Fold } from "../ui/fold";
import { type DayEntry, isDay, notADay } from "../ui/read-day";
import { useUnsaved } from "../unsaved/unsaved";
import style from "./kpi.module.css";
import { kpiFields, kpiValueFields } from "./kpi-fields";
import { targetText, valueText } from "./kpi-words";

const KpiChart = lazyPart(() => import("./kpi-chart"));

type View = Schemas["KpiView"];

/** One KPI: where it is and should be, how it came there, its values, and the next one. */
export function KpiPanel({ view, onOpen }: { view: View; onOpen: OpenForm }) {
  const { t } = useTranslation();
  const { kpi, values } = view;
  const target = targetText(kpi, t);
  return (
    <section id={kpi.id} className={style.panel} aria-label={kpi.name} tabIndex={-1}>
      <header>
        <div>
          <h2>
            {kpi.name} <AssumedMark account={kpi.account} id={kpi.id} />
          </h2>
          <p className={style.wanted}>{target || t("kpi.noTarget")}</p>
        </div>
        <WriteButton
          variant="subtle"
          size="compact-md"
          aria-label={t("kpi.editOf", { name: kpi.name })}
          onClick={() =>
            onOpen({ title: t("kpi.edit"), collection: "/kpis", fields: kpiFields, entity: kpi })
          }
        >
          {t("edit")}
        </WriteButton>
      </header>
      <Latest view={view} />
      {values.length > 1 && (
        <Suspense fallback={<div className={style.chart} />}>
          <KpiChart view={view} />
        </Suspense>
      )}
      <Entry kpi={kpi} />
      {values.length > 0 && <Values view={view} onOpen={onOpen} />}
    </section>
  );
}

/** Whether the latest value is where it should be, in words. */
export function KpiState({ good }: Pick<View, "good">) {
  const { t } = useTranslation();
  if (good === null) return null;
  return (
    <Chip tone={good ? "ok" : "bad"} dot="full">
      {t(good ? "kpi.good" : "kpi.bad")}
    </Chip>
  );
}

function Latest({ view }: { view: View }) {
  const { t } = useTranslation();
  const latest = view.values.at(-1);
  if (!latest) return <p className="muted">{t("kpi.noValues")}</p>;
  return (
    <p id={latest.id} tabIndex={-1} className={style.latest}>
      <b>{valueText(latest.value, view.kpi)}</b>
      <KpiState good={view.good} />
      <span>{[formatDate(latest.on), latest.source].filter(Boolean).join(" · ")}</span>
      <AssumedMark account={latest.account} id={latest.id} />
    </p>
  );
}

/** All values, the newest first, each to be corrected where it is wrong. */
function Values({ view: { kpi, values }, onOpen }: { view: View; onOpen: OpenForm }) {
  const { t } = useTranslation();
  return (
    <Fold summary={t("kpi.values", { count: values.length })}>
      <ol className={style.values}>
        {values.toReversed().map((value, place) => (
          // The latest one is what the address leads to where it stands above.
          <li key={value.id} id={place === 0 ? undefined : value.id} tabIndex={-1}>
            <time dateTime={value.on}>{formatDate(value.on)}</time>
            <span>
              <b>{valueText(value.value, kpi)}</b>{" "}
              <AssumedMark account={value.account} id={value.id} />{" "}
              {value.source && <small>{value.source}</small>}
            </span>
            <WriteButton
              variant="subtle"
              size="compact-sm"
              className="no-print"
              aria-label={t("kpi.correctOf", { name: kpi.name, day: formatDate(value.on) })}
              onClick={() =>
                onOpen({
                  title: t("kpi.correctOf", { name: kpi.name, day: formatDate(value.on) }),
                  collection: "/kpi-values",
                  fields: kpiValueFields,
                  entity: value,
                })
              }
            >
              {t("kpi.correct")}
            </WriteButton>
          </li>
        ))}
      </ol>
    </Fold>
  );
}

/** The value of a day; the same day again takes the place of what was there. */
function Entry({ kpi }: { kpi: Schemas["Kpi"] }) {
  const { t } = useTranslation();
  const today = useToday();
  const problemText = useProblemText();
  const [on, setOn] = useState<DayEntry>(today);
  const [value, setValue] = useState<NumberEntry>(null);
  useUnsaved(value !== null);
  const entering = useSend(
    async (entered: number) => {
      if (!isDay(on)) throw new ApiProblem(422, "invalid", "", [{ pointer: "/on", ...notADay }]);
      return data(
        api.PUT("/api/v1/kpis/{id}/values/{date}", {
          params: { path: { id: kpi.id, date: on } },
          body: { value: entered },
        }),
      );
    },
    {
      // What was typed while it was on its way stays.
      onSent: (_, entered) => setValue((now) => (now === entered ? null : now)),
      refreshes: [{ queryKey: ["account", kpi.account] }],
    },
  );
  const { problem } = entering;
  const wrong = problem?.fields[0];
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (value !== null && !isUnreadable(value)) await entering.submit(value);
  };
  return (
    <Contributors>
      <form className={`${style.entry} no-print`} noValidate onSubmit={save}>
        <DayInput
          aria-label={`${kpi.name}: ${t("field.on")}`}
          max={today}
          value={on}
          onChange={setOn}
        />
        <NumberField
          aria-label={`${kpi.name}: ${t("field.value")}`}
          placeholder={t("field.value")}
          value={value}
          onChange={setValue}
        />
        <Button type="submit" variant="default" disabled={value === null}>
          {t("kpi.enter")}
        </Button>
        {problem && (
          <Alert color="red" role="alert">
            {problemText(wrong?.code ?? problem.code, wrong?.detail ?? problem.message)}
          </Alert>
        )}
      </form>
    </Contributors>
  );
}
