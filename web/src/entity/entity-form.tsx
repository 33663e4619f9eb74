import { Alert, Button, Textarea } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { ApiProblem } from "../api/client";
import {
  type Archivable,
  archive,
  type Birthplace,
  type Collection,
  change,
  create,
  type Entity,
  type HintsAddress,
  restore,
} from "../api/entity";
import { shownIn, useSend } from "../api/use-send";
import { useMay, writerOf } from "../app/may";
import { isUnreadable, notANumber } from "../number/number-field";
import { aboutKindOf } from "../question/about-kind";
import { Certainty, type Storing } from "../question/certainty";
import { isDay, isInstant, notADay, notAnInstant } from "../ui/read-day";
import { FormDialog } from "../unsaved/form-dialog";
import { Conflict } from "./conflict";
import { EntityDetails } from "./entity-details";
import { FieldInput } from "./field-input";
import { changedValues, type Field, same, type Values } from "./fields";
import { Hints } from "./hints";
import { useProblemText } from "./problem-text";
import { sayDone } from "./undo";

export interface EntityFormProps {
  title: string;
  /** `/sites`: where entities of this kind live. */
  collection: Collection;
  /** `/accounts/…/sites`: where a new one is created. */
  parent?: Birthplace;
  fields: Field[];
  /** What is being changed; nothing for a new one. */
  entity?: Entity;
  initial?: Values;
  /** What is proposed to be changed in what there is: written into the form, not yet stored. */
  proposal?: Values;
  /** The id of a new one, where it has one already. */
  id?: string;
  /** Why what it begins with was refused. */
  problem?: ApiProblem;
  /** Whether a running cycle asks for a reason. */
  askReason?: boolean;
  canArchive?: boolean;
  /** What is wrong with values that the server would take and nobody means. */
  check?: (values: Values) => ApiProblem["fields"];
  /** Fields that follow another one for as long as nobody wrote into them. */
  follows?: { field: string; propose: (value: unknown) => Promise<Values> };
  /** The reason to begin with. */
  reason?: string;
  /** Members that are sent along and not shown. */
  extra?: Values;
  /** What stands above the fields. */
  note?: string;
  /** What stands below the fields and follows what is written into them. */
  outlook?: (values: Values) => ReactNode;
  /** Where hints on a draft come from, e.g. `/cycles/…/objective-hints`. */
  hintsPath?: HintsAddress;
  onClose: () => void;
  onSaved?: (saved: Entity) => unknown;
}

const numbers: Field["kind"][] = ["number", "whole", "percent"];

/** Why what was typed can't be sent as it stands: it is no number, no day, no instant. */
function unreadable({ kind }: Field, entry: unknown) {
  if (!entry) return undefined;
  if (numbers.includes(kind)) return isUnreadable(entry) ? notANumber : undefined;
  if (kind === "date") return isDay(entry) ? undefined : notADay;
  if (kind === "instant") return isInstant(entry) ? undefined : notAnInstant;
  return undefined;
}

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
  const begun: Values = entity ?? initial ?? {};
  const [values, setValues] = useState({ ...begun, ...props.proposal });
  const [reason, setReason] = useState(props.reason ?? "");
  const [stored, setStored] = useState(false);
  // Why what it begins with was refused, until that is tried again.
  const [refused, setRefused] = useState(props.problem);
  // What was wrong with a field is old once it is written anew.
  const [rewritten, setRewritten] = useState<string[]>([]);
  const proposed = useRef<Values>(initial ?? {});
  const followed = useRef<unknown>(undefined);
  const shown = fields.filter((field) => !field.when || field.when(values));

  // A question or an assumption about it is typed beside its fields.
  const [aside, setAside] = useState(false);
  const beside = useRef<Storing>(null);
  const asideStored = async () => !aside || ((await beside.current?.store()) ?? true);
  const about = aboutKindOf(collection);
  const typed = aside || (!stored && (reason !== (props.reason ?? "") || !same(values, begun)));

  const mine = changedValues(shown, entity, values);
  for (const { name, otherwise } of fields.filter((field) => !shown.includes(field)))
    if (otherwise !== undefined && !same(otherwise, entity?.[name])) mine[name] = otherwise;
  const refreshes = [shownIn(collection)];

  const saving = useSend(
    async (before: Entity | undefined) => {
      const body: Values = { ...mine, ...(reason && { reason }), ...props.extra };
      const unread = shown.flatMap((field) => {
        const why = unreadable(field, mine[field.name]);
        return why ? [{ pointer: `/${field.name}`, ...why }] : [];
      });
      const wrong = [...unread, ...(props.check?.(values) ?? [])];
      if (wrong.length > 0) throw new ApiProblem(422, "invalid", "", wrong);
      if (!before && !parent) throw new Error(`nowhere to create one of ${collection}`);
      const saved = before
        ? await change(collection, before, body)
        : await create(parent as Birthplace, { ...body, id });
      // At once: `onSaved` may leave the page, which asks about what is not stored.
      flushSync(() => setStored(true));
      await props.onSaved?.(saved);
    },
    { refreshes },
  );
  // The form is offered with it only where there is such a thing.
  const archivable = collection as Archivable;
  const archiving = useSend(
    async (seen: Entity) => {
      try {
        sayArchived(await archive(archivable, seen, reason));
      } catch (caught) {
        const now = caught instanceof ApiProblem && (caught.current as Entity | undefined);
        if (now) {
          // Nothing to choose between: shown as it is now, it may still be archived.
          setEntity(now);
          setValues({ ...now, ...mine });
        }
        throw caught;
      }
    },
    { refreshes },
  );
  const takingBack = useSend((archived: Entity) => restore(archivable, archived, reason), {
    refreshes,
  });
  const sayArchived = (archived: Entity) =>
    sayDone(
      archived.id,
      t("archived", { title: String(archived.title ?? archived.name ?? archived.text ?? title) }),
      () => takingBack.send(archived),
    );
  const problem = saving.problem ?? archiving.problem ?? refused;

  // A long form is saved at its end: on to the first field that is wrong, or what is said at its top.
  const top = useRef<HTMLFormElement>(null);
  // Who makes something new begins to write; the dialog gives the focus to what is marked so. It comes
  // to stand outside of the page, later than this.
  const begin = (form: HTMLFormElement | null) => {
    top.current = form;
    if (!entity) form?.querySelector("input, textarea")?.setAttribute("data-autofocus", "true");
  };
  useEffect(() => {
    if (!problem) return;
    const wrong = top.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    wrong?.focus({ preventScroll: true });
    if (wrong) wrong.scrollIntoView({ block: "center" });
    else top.current?.scrollIntoView({ block: "start" });
  }, [problem]);

  const save = async (before = entity) => {
    archiving.clear();
    setRefused(undefined);
    setRewritten([]);
    if (!(await asideStored())) return;
    if (await saving.submit(before)) onClose();
    else setStored(false);
  };

  const putAway = async () => {
    if (!entity) return;
    saving.clear();
    setRefused(undefined);
    if (!(await asideStored())) return;
    if (await archiving.submit(entity)) onClose();
  };

  /** What somebody else made of it meanwhile. */
  const theirs = entity && (saving.problem?.current as Entity | undefined);

  const put = async (field: Field, value: unknown) => {
    const { name } = field;
    setValues((now) => ({ ...now, [name]: value }));
    setRewritten((now) => [...now, name]);
    if (!props.follows || name !== props.follows.field) return;
    followed.current = value;
    if (!value || unreadable(field, value)) return;
    const next = await props.follows.propose(value);
    // What was proposed while it was being typed is not what the others follow.
    if (followed.current !== value) return;
    const before = proposed.current;
    proposed.current = next;
    setValues((now) => {
      if (now[name] !== value) return now;
      const untouched = Object.entries(next).filter(([each]) => same(now[each], before[each]));
      return { ...now, ...Object.fromEntries(untouched), [name]: value };
    });
  };

  /** Writes "%" into the field of a unit that nobody wrote into. */
  const inPercent = (unit: string) =>
    setValues((now) => (now[unit] ? now : { ...now, [unit]: "%" }));

  const fieldError = ({ name, kind }: Field) => {
    if (rewritten.includes(name)) return undefined;
    const wrong = problem?.fields.find(({ pointer }) =>
      kind === "stages" ? pointer === `/${name}` : pointer.split("/")[1] === name,
    );
    return wrong && problemText(wrong.code, wrong.detail);
  };

  /** What is wrong with parts of a field that marks them itself. */
  const errorsWithin = ({ name, kind }: Field) =>
    kind !== "stages" || rewritten.includes(name)
      ? {}
      : Object.fromEntries(
          (problem?.fields ?? [])
            .filter(({ pointer }) => pointer.startsWith(`/${name}/`))
            .map(({ pointer, code, detail }) => [
              pointer.slice(name.length + 2),
              problemText(code, detail),
            ]),
        );

  return (
    <FormDialog typed={typed} busy={saving.pending} onClose={onClose} title={title} size="lg">
      {(close) => (
        <>
          <form
            ref={begin}
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
                  saving.clear();
                  queries.invalidateQueries(shownIn(collection));
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
            {props.note && <p className="muted">{props.note}</p>}
            {shown.map((field) => {
              const doubt = field.doubt?.(values);
              return (
                <FieldInput
                  key={field.name}
                  field={field}
                  value={values[field.name]}
                  error={fieldError(field)}
                  within={errorsWithin(field)}
                  doubt={doubt ? t(`hint.${doubt}`) : undefined}
                  onChange={(value) => put(field, value)}
                  onPercent={field.unit && (() => inPercent(field.unit as string))}
                />
              );
            })}
            {props.outlook?.(values)}
            {props.hintsPath && (
              <Hints path={props.hintsPath} values={{ ...values, id: entity?.id ?? null }} />
            )}
            {props.askReason && (
              <Textarea
                label={t("field.reason")}
                description={t("reasonWhy")}
                error={fieldError({ name: "reason", kind: "prose" })}
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
            )}
            <div className="row">
              <Button type="submit" loading={saving.pending}>
                {t("save")}
              </Button>
              <Button variant="default" onClick={close}>
                {t("cancel")}
              </Button>
              <span className="grow" />
              {entity && props.canArchive !== false && (
                <Button variant="subtle" color="red" onClick={putAway}>
                  {t("archive")}
                </Button>
              )}
            </div>
          </form>
          {about && entity && typeof entity.account === "string" && (
            <Certainty
              account={entity.account}
              kind={about}
              about={entity.id}
              onTyped={setAside}
              ref={beside}
            />
          )}
        </>
      )}
    </FormDialog>
  );
}
