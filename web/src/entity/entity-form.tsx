import { Alert, Button, Textarea } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { ApiProblem, send } from "../api/client";
import { useMay, writerOf } from "../app/may";
import { Hints } from "../cycle/hints";
import { isUnreadable, notANumber } from "../number/number-field";
import { FormDialog } from "../unsaved/form-dialog";
import { Conflict } from "./conflict";
import { EntityDetails } from "./entity-details";
import { FieldInput } from "./field-input";
import { changedValues, type Field, same, type Values } from "./fields";
import { useProblemText } from "./problem-text";

export interface EntityFormProps {
  title: string;
  /** `/sites`: where entities of this kind live. */
  collection: string;
  /** `/accounts/…/sites`: where a new one is created. */
  parent?: string;
  fields: Field[];
  /** What is being changed; nothing for a new one. */
  entity?: Values & { id: string; version: number };
  initial?: Values;
  /** The id of a new one, where it has one already. */
  id?: string;
  /** Why what it begins with was refused. */
  problem?: ApiProblem;
  /** Whether a running cycle asks for a reason. */
  askReason?: boolean;
  canArchive?: boolean;
  /** Fields that follow another one for as long as nobody wrote into them. */
  follows?: { field: string; propose: (value: unknown) => Promise<Values> };
  /** The reason to begin with. */
  reason?: string;
  /** Members that are sent along and not shown. */
  extra?: Values;
  /** Where hints on a draft come from, e.g. `/cycles/…/objective-hints`. */
  hintsPath?: string;
  onClose: () => void;
  onSaved?: (saved: Values & { id: string; version: number }) => unknown;
}

type Saved = Values & { id: string; version: number };

/** The form of any entity; its fields alone for those who may not change it. */
export default function EntityForm(props: EntityFormProps) {
  const may = useMay();
  return may[writerOf(props.collection)] ? <Form {...props} /> : <EntityDetails {...props} />;
}

/** Creates or changes any entity: fields, errors at the fields, conflicts side by side, undo. */
function Form(props: EntityFormProps) {
  const { title, collection, parent, fields, initial, onClose } = props;
  const { t } = useTranslation();
  const queries = useQueryClient();
  const problemText = useProblemText();
  const [id] = useState(() => props.id ?? newId());
  // What was there when the writing began, as far as the writer has seen it since.
  const [entity, setEntity] = useState(props.entity);
  const [values, setValues] = useState<Values>(entity ?? initial ?? {});
  const [reason, setReason] = useState(props.reason ?? "");
  const [problem, setProblem] = useState(props.problem);
  const [stored, setStored] = useState(false);
  const [busy, setBusy] = useState(false);
  // What was wrong with a field is old once it is written anew.
  const [rewritten, setRewritten] = useState<string[]>([]);
  const proposed = useRef<Values>(initial ?? {});
  const shown = fields.filter((field) => !field.when || field.when(values));

  const typed =
    !stored && (reason !== (props.reason ?? "") || !same(values, entity ?? initial ?? {}));

  // A long form is saved at its end; what is wrong with it stands at its top.
  const top = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (problem) top.current?.scrollIntoView({ block: "start" });
  }, [problem]);

  const done = async (saved: Saved) => {
    setStored(true);
    await props.onSaved?.(saved);
    await queries.invalidateQueries();
    onClose();
  };

  const mine = changedValues(shown, entity, values);

  const save = async (before = entity) => {
    const unreadable = shown
      .filter(
        ({ name, kind }) => (kind === "number" || kind === "whole") && isUnreadable(mine[name]),
      )
      .map(({ name }) => ({ pointer: `/${name}`, ...notANumber }));
    if (unreadable.length > 0) return setProblem(new ApiProblem(422, "invalid", "", unreadable));
    setBusy(true);
    setProblem(undefined);
    setRewritten([]);
    try {
      const body: Values = { ...mine, ...(reason && { reason }), ...props.extra };
      await done(
        before
          ? await send<Saved>("PATCH", `${collection}/${before.id}`, body, before.version)
          : await send<Saved>("POST", parent ?? collection, { ...body, id }),
      );
    } catch (caught) {
      if (!(caught instanceof ApiProblem)) throw caught;
      setStored(false);
      setProblem(caught);
    } finally {
      setBusy(false);
    }
  };

  const archive = async () => {
    if (!entity) return;
    try {
      const path = `${collection}/${entity.id}`;
      const why = reason ? `?${new URLSearchParams({ reason })}` : "";
      const archived = await send<Saved>("DELETE", path + why, undefined, entity.version);
      notifications.show({
        message: (
          <span className="row">
            {t("archived", { title: String(entity.title ?? entity.name ?? title) })}
            <Button
              size="compact-sm"
              variant="light"
              onClick={async () => {
                await send("POST", `${path}/restore${why}`, undefined, archived.version);
                await queries.invalidateQueries();
                notifications.clean();
              }}
            >
              {t("undo")}
            </Button>
          </span>
        ),
        autoClose: 12_000,
      });
      await queries.invalidateQueries();
      onClose();
    } catch (caught) {
      if (!(caught instanceof ApiProblem)) throw caught;
      const now = caught.current as Saved | undefined;
      if (!now) return setProblem(caught);
      // Nothing to choose between: shown as it is now, it may still be archived.
      setEntity(now);
      setValues({ ...now, ...mine });
      setProblem(new ApiProblem(caught.status, caught.code, caught.message));
    }
  };

  /** What somebody else made of it meanwhile. */
  const theirs = entity && (problem?.current as Saved | undefined);

  const put = async (name: string, value: unknown) => {
    setValues((now) => ({ ...now, [name]: value }));
    setRewritten((now) => [...now, name]);
    if (!props.follows || name !== props.follows.field || !value) return;
    const next = await props.follows.propose(value);
    const before = proposed.current;
    proposed.current = next;
    setValues((now) => {
      if (now[name] !== value) return now;
      const untouched = Object.entries(next).filter(([each]) => same(now[each], before[each]));
      return { ...now, ...Object.fromEntries(untouched), [name]: value };
    });
  };

  const fieldError = (name: string) => {
    if (rewritten.includes(name)) return undefined;
    const wrong = problem?.fields.find((field) => field.pointer.split("/")[1] === name);
    return wrong && problemText(wrong.code, wrong.detail);
  };

  return (
    <FormDialog typed={typed} busy={busy} onClose={onClose} title={title} size="lg">
      {(close) => (
        <form
          ref={top}
          className="stack"
          noValidate
          onSubmit={(event: FormEvent) => {
            event.preventDefault();
            save();
          }}
        >
          {theirs ? (
            <Conflict
              fields={shown}
              mine={{ ...theirs, ...mine }}
              theirs={theirs}
              onMine={() => {
                setEntity(theirs);
                setValues({ ...theirs, ...mine });
                save(theirs);
              }}
              onTheirs={() => {
                setEntity(theirs);
                setValues(theirs);
                setProblem(undefined);
                queries.invalidateQueries();
              }}
            />
          ) : (
            problem && (
              <Alert color="red" role="alert">
                {problem.fields.length > 0
                  ? t("someFieldsWrong")
                  : problemText(problem.code, problem.message)}
              </Alert>
            )
          )}
          {shown.map((field) => (
            <FieldInput
              key={field.name}
              field={field}
              value={values[field.name]}
              error={fieldError(field.name)}
              onChange={(value) => put(field.name, value)}
            />
          ))}
          {props.hintsPath && (
            <Hints path={props.hintsPath} values={{ ...values, id: entity?.id ?? null }} />
          )}
          {props.askReason && (
            <Textarea
              label={t("field.reason")}
              description={t("reasonWhy")}
              error={fieldError("reason")}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
            />
          )}
          <div className="row">
            <Button type="submit" loading={busy}>
              {t("save")}
            </Button>
            <Button variant="default" onClick={close}>
              {t("cancel")}
            </Button>
            <span className="grow" />
            {entity && props.canArchive !== false && (
              <Button variant="subtle" color="red" onClick={archive}>
                {t("archive")}
              </Button>
            )}
          </div>
        </form>
      )}
    </FormDialog>
  );
}
