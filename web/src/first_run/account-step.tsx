import { Alert, Button, SegmentedControl, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { ApiProblem, api, asSeen, data, type Schemas } from "../api/client";
import { useSend } from "../api/use-send";
import { WriteButton } from "../app/may";
import { FieldInput } from "../entity/field-input";
import { changedValues, type Field, optionsOf, type Values } from "../entity/fields";
import { useProblemText } from "../entity/problem-text";
import { isUnreadable, notANumber } from "../number/number-field";
import { isDay, notADay } from "../ui/read-day";
import { usersQuery } from "../user/users-query";
import style from "./first-run.module.css";

const named: Field[] = [
  { name: "name", kind: "text", required: true },
  { name: "code", kind: "text", required: true },
  { name: "industry", kind: "text" },
];
const months: Field = { name: "cadence", kind: "whole", min: 1, max: 12 };
const rhythm: Field[] = [
  { name: "checkInInterval", kind: "whole", min: 1, max: 90 },
  { name: "firstCycleStart", kind: "date" },
  { name: "customerFiscalMonth", kind: "month" },
];

/** "Teutonia Hausgeräte SE" → "TEU": something to begin with. */
const codeOf = (name: string) =>
  name
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .slice(0, 3)
    .toUpperCase();

/** What the account is called, how long its cycles are, and who leads it. */
export function AccountStep({
  me,
  account,
  draft,
  onDraft,
}: {
  me: Schemas["User"] | undefined;
  /** Nothing for a new one. */
  account?: Schemas["Account"];
  draft: Values | undefined;
  onDraft: (draft: Values | undefined) => void;
}) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const problemText = useProblemText();
  const [id] = useState(() => newId());
  const users = useQuery({ ...usersQuery, enabled: !account });
  const begun: Values = account ?? { cadence: 6, checkInInterval: 14 };
  const values: Values = { ...begun, ...draft };
  if (!account && draft?.code === undefined) values.code = codeOf(String(values.name ?? ""));
  const [other, setOther] = useState(values.cadence !== 3 && values.cadence !== 6);
  const fields = [...named, months, ...rhythm];
  const manager = typeof draft?.manager === "string" ? draft.manager : me?.id;
  const saving = useSend(
    async () => {
      const wrong = fields.flatMap(({ name, kind }) => {
        const value = values[name];
        if (kind === "whole" && isUnreadable(value))
          return [{ pointer: `/${name}`, ...notANumber }];
        if (kind === "date" && value && !isDay(value)) return [{ pointer: `/${name}`, ...notADay }];
        return [];
      });
      if (wrong.length > 0) throw new ApiProblem(422, "invalid", "", wrong);
      const body = changedValues(fields, account as Values | undefined, values);
      if (account)
        return data(api.PATCH("/api/v1/accounts/{id}", { params: asSeen(account), body }));
      return data(
        api.POST("/api/v1/accounts", {
          params: { query: { manager } },
          body: { ...(body as Schemas["AccountInput"]), id },
        }),
      );
    },
    { refreshes: [{}] },
  );
  const { problem } = saving;
  const errorOf = (name: string) => {
    const found = problem?.fields.find(({ pointer }) => pointer === `/${name}`);
    return found && problemText(found.code, found.detail);
  };
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (problem) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problem]);
  const put = (name: string, value: unknown) => {
    saving.clear();
    onDraft({ ...draft, [name]: value });
  };
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const sent = await saving.submit();
    if (!sent) return;
    // At once: whoever goes on is not asked about what is stored.
    flushSync(() => onDraft(undefined));
    if (!account && manager !== me?.id && me?.role !== "head") {
      // The account is another one's: it is not seen from here any more.
      const handedOver = {
        account: sent.answer.id,
        name: sent.answer.name,
        manager: users.data?.find((user) => user.id === manager)?.name ?? "",
      };
      return navigate({ to: "/accounts", state: { handedOver } });
    }
    return navigate({
      to: "/first-run",
      search: { account: sent.answer.id, step: "people" },
      state: { goesOn: true },
    });
  };
  const input = (field: Field) => (
    <FieldInput
      key={field.name}
      field={field}
      value={values[field.name]}
      error={errorOf(field.name)}
      onChange={(value) => put(field.name, value)}
    />
  );
  const others = problem && problem.fields.length === 0;
  return (
    <form className={style.form} ref={form} onSubmit={save} noValidate>
      {others && (
        <Alert color="red" role="alert">
          {problemText(problem.code, problem.message)}
        </Alert>
      )}
      <div className={style.fields}>{named.map(input)}</div>
      <div className={style.rhythm}>
        <span id="first-run-rhythm">{t("firstRun.rhythm")}</span>
        <SegmentedControl
          aria-labelledby="first-run-rhythm"
          value={other ? "other" : String(values.cadence)}
          onChange={(next) => {
            setOther(next === "other");
            if (next !== "other") put("cadence", Number(next));
          }}
          data={[
            { value: "3", label: t("firstRun.months", { count: 3 }) },
            { value: "6", label: t("firstRun.months", { count: 6 }) },
            { value: "other", label: t("firstRun.otherRhythm") },
          ]}
        />
      </div>
      <div className={style.fields}>
        {other && input(months)}
        {rhythm.map(input)}
        {!account && (
          <Select
            label={t("firstRun.manager")}
            description={t("firstRun.managerWhat")}
            searchable
            allowDeselect={false}
            data={optionsOf(users.data ?? [])}
            value={users.data ? (manager ?? null) : null}
            error={errorOf("manager")}
            onChange={(next) => put("manager", next)}
          />
        )}
      </div>
      <div className="row">
        {account ? (
          <WriteButton
            who="manage"
            type="submit"
            loading={saving.pending}
            variant={draft ? "filled" : "default"}
            disabled={!draft}
          >
            {t("firstRun.saveAndOn")}
          </WriteButton>
        ) : (
          <Button type="submit" loading={saving.pending}>
            {t("accounts.add")}
          </Button>
        )}
      </div>
    </form>
  );
}
