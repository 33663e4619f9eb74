import { Alert } from "@mantine/core";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { cycleFields } from "../account/account-fields";
import { ApiProblem, api, data, type Schemas } from "../api/client";
import { ofAccounts, useSend } from "../api/use-send";
import { formatDate } from "../app/format";
import { LinkButton } from "../app/link-button";
import { useMay, WriteButton } from "../app/may";
import { Loading } from "../app/shell";
import type { Cockpit } from "../cockpit/cockpit-query";
import { FieldInput } from "../entity/field-input";
import type { Values } from "../entity/fields";
import { useProblemText } from "../entity/problem-text";
import { isDay, notADay } from "../ui/read-day";
import type { StepProps } from "./drafts";
import style from "./first-run.module.css";

/** The first cycle: when it begins and ends. What is to be different by then is planned on its own page. */
export function CycleStep(props: StepProps<Cockpit>) {
  const { t } = useTranslation();
  const { contribute } = useMay();
  const { account, cycles } = props.cockpit;
  if (cycles.length === 0)
    return contribute ? (
      <NewCycle {...props} />
    ) : (
      <p className="muted">{t("firstRun.writtenBy.team")}</p>
    );
  return (
    <>
      <ul className={style.cycles}>
        {cycles.map(({ cycle }) => (
          <li key={cycle.id}>
            <b>{cycle.name}</b>
            <span className="muted">
              {formatDate(cycle.startsOn)} – {formatDate(cycle.endsOn)} ·{" "}
              {t(`choice.CycleState.${cycle.state}`)}
            </span>
            <LinkButton
              size="xs"
              variant={cycle.state === "planning" ? "filled" : "default"}
              to="/cycles/$cycle/plan"
              params={{ cycle: cycle.id }}
              search={{ step: "objectives" }}
            >
              {t("firstRun.toObjectives")}
            </LinkButton>
          </li>
        ))}
      </ul>
      <p className="muted">{t("firstRun.playbooks")}</p>
      <LinkButton
        variant="default"
        w="fit-content"
        to="/accounts/$account/meetings"
        params={{ account: account.id }}
      >
        {t("meeting.plan")}
      </LinkButton>
    </>
  );
}

function NewCycle({ cockpit, drafts, put }: StepProps<Cockpit>) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const problemText = useProblemText();
  const account = cockpit.account.id;
  const [id] = useState(() => newId());
  const draft = drafts.cycle ?? {};
  const begin = isDay(draft.startsOn) ? draft.startsOn : undefined;
  // Another beginning proposes another end and name, for as long as nobody wrote those.
  const proposal = useQuery({
    queryKey: ["account", account, "next-cycle", begin ?? ""],
    queryFn: () =>
      data(
        api.GET("/api/v1/accounts/{account}/next-cycle", {
          params: { path: { account }, query: { startsOn: begin } },
        }),
      ),
    placeholderData: keepPreviousData,
  });
  const proposed = proposal.data && {
    name: proposal.data.name,
    startsOn: proposal.data.startsOn,
    endsOn: proposal.data.endsOn,
  };
  const values: Values = { ...proposed, ...draft };
  const saving = useSend(
    () => {
      const wrong = ["startsOn", "endsOn"]
        .filter((name) => values[name] && !isDay(values[name]))
        .map((name) => ({ pointer: `/${name}`, ...notADay }));
      if (wrong.length > 0) throw new ApiProblem(422, "invalid", "", wrong);
      return data(
        api.POST("/api/v1/accounts/{account}/next-cycle", {
          params: { path: { account } },
          body: { ...(values as Schemas["CycleInput"]), id },
        }),
      );
    },
    {
      // At once: neither waits for the other, and going on may be asked about.
      onSent: ({ cycle }) => {
        flushSync(() => put("cycle", undefined));
        void navigate({
          to: "/cycles/$cycle/plan",
          params: { cycle: cycle.id },
          search: { step: "objectives" },
        });
      },
      refreshes: [ofAccounts],
    },
  );
  const { problem } = saving;
  const save = (event: FormEvent) => {
    event.preventDefault();
    void saving.submit();
  };
  if (!proposed) return <Loading />;
  return (
    <form className={style.form} onSubmit={save} noValidate>
      {problem && problem.fields.length === 0 && (
        <Alert color="red" role="alert">
          {problemText(problem.code, problem.message)}
        </Alert>
      )}
      <div className={style.fields}>
        {cycleFields.map((field) => {
          const wrong = problem?.fields.find(({ pointer }) => pointer === `/${field.name}`);
          return (
            <FieldInput
              key={field.name}
              field={field}
              value={values[field.name]}
              error={wrong && problemText(wrong.code, wrong.detail)}
              onChange={(value) => {
                saving.clear();
                put("cycle", { ...draft, [field.name]: value });
              }}
            />
          );
        })}
      </div>
      <p className="muted">{t("firstRun.playbooks")}</p>
      <WriteButton type="submit" w="fit-content" loading={saving.pending}>
        {t("firstRun.makeCycle")}
      </WriteButton>
    </form>
  );
}
