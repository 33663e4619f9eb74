import { Alert, Button, Checkbox, Textarea } from "@mantine/core";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { ApiProblem, type Schemas } from "../api/client";
import { create } from "../api/entity";
import { ofAccounts, useSend } from "../api/use-send";
import { useProblemText } from "../entity/problem-text";
import { isUnreadable, type NumberEntry, NumberField, notANumber } from "../number/number-field";
import { FormDialog } from "../unsaved/form-dialog";
import style from "./roll-out.module.css";

interface Chosen {
  id: string;
  target: NumberEntry;
  stored?: boolean;
}

/** Rolls a key result out to several sites at once; what a site has of its own is told in its own form. */
export function SitesForm({
  view,
  sites,
  askReason,
  onClose,
}: {
  view: Schemas["KeyResultView"];
  /** Those that are not in it yet. */
  sites: { id: string; name: string }[];
  askReason: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const problemText = useProblemText();
  const { keyResult } = view;
  const metric = keyResult.kind === "metric";
  // Which sites there are is as it was when this began, whatever is stored of them meanwhile.
  const [offered] = useState(sites);
  const [chosen, setChosen] = useState<Record<string, Chosen>>({});
  const [reason, setReason] = useState("");
  const [wrong, setWrong] = useState<string>();
  const put = (site: string, change: Partial<Chosen>) =>
    setChosen((now) => {
      const before = now[site] ?? { id: newId(), target: null };
      return { ...now, [site]: { ...before, ...change } };
    });
  const open = offered.filter(({ id }) => chosen[id] && !chosen[id].stored);

  const saving = useSend(
    async () => {
      for (const { id } of open) {
        const { target, id: own } = chosen[id] as Chosen;
        setWrong(id);
        if (isUnreadable(target))
          throw new ApiProblem(422, "invalid", "", [{ pointer: "/target", ...notANumber }]);
        await create(`/key-results/${keyResult.id}/site-targets`, {
          id: own,
          site: id,
          ...(target !== null && { target }),
          ...(reason && { reason }),
        });
        put(id, { stored: true });
      }
    },
    { refreshes: [ofAccounts] },
  );
  const { problem } = saving;
  const errorOf = (pointer: string) => {
    const field = problem?.fields.find((one) => one.pointer === pointer);
    return field && problemText(field.code, field.detail);
  };
  // What is said of no field that is shown here.
  const other = problem?.fields.find(
    ({ pointer }) => pointer !== "/reason" && !(metric && pointer === "/target"),
  );
  const save = async (event: FormEvent) => {
    event.preventDefault();
    if (await saving.submit()) onClose();
  };
  return (
    <FormDialog
      typed={open.length > 0}
      busy={saving.pending}
      onClose={onClose}
      title={t("rollOut.addTo", { title: keyResult.title })}
      size="lg"
    >
      {(close) => (
        <form className="stack" noValidate onSubmit={save}>
          {problem && (problem.fields.length === 0 || other) && (
            <Alert color="red" role="alert">
              {problemText(other?.code ?? problem.code, other?.detail ?? problem.message)}
            </Alert>
          )}
          <fieldset className={`bare ${style.choice}`}>
            <legend>{t("rollOut.which")}</legend>
            {offered.map(({ id, name }) => (
              <div key={id}>
                <Checkbox
                  label={name}
                  disabled={chosen[id]?.stored}
                  checked={chosen[id] !== undefined}
                  onChange={(event) => {
                    if (event.currentTarget.checked) put(id, {});
                    else setChosen(({ [id]: _gone, ...rest }) => rest);
                  }}
                />
                {metric && chosen[id] && (
                  <NumberField
                    w={130}
                    aria-label={t("rollOut.targetOf", { site: name })}
                    placeholder={t("field.target")}
                    disabled={chosen[id].stored}
                    error={wrong === id ? errorOf("/target") : undefined}
                    value={chosen[id].target}
                    onChange={(target) => put(id, { target })}
                  />
                )}
              </div>
            ))}
          </fieldset>
          <p className="muted">{t(metric ? "rollOut.howMetric" : "rollOut.how")}</p>
          {askReason && (
            <Textarea
              label={t("field.reason")}
              description={t("reasonWhy")}
              error={errorOf("/reason")}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          )}
          <div className="row">
            <Button type="submit" loading={saving.pending} disabled={open.length === 0}>
              {t("save")}
            </Button>
            <Button variant="default" onClick={close}>
              {t("cancel")}
            </Button>
          </div>
        </form>
      )}
    </FormDialog>
  );
}
