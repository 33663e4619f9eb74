import { Alert, Button, Select, Textarea } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { v7 as newId } from "uuid";
import { ApiProblem, type Schemas } from "../api/client";
import { ofAccounts, useSend } from "../api/use-send";
import { formatDaysAgo, formatNumber } from "../app/format";
import { useMay } from "../app/may";
import { useSession, useToday } from "../app/session";
import { CheckInEffect } from "../check_in/check-in-effect";
import { ConfidenceKeys } from "../check_in/confidence-keys";
import type { KeyResultView } from "../cockpit/cockpit-query";
import { nameOf } from "../entity/named";
import { useProblemText } from "../entity/problem-text";
import { CourseChart } from "../key_result/course-chart";
import { keyResultPageQuery } from "../key_result/key-result-query";
import { useStandpoint } from "../key_result/standpoint";
import { isUnreadable, type NumberEntry, notANumber } from "../number/number-field";
import { Stepper } from "../number/stepper";
import { keptNotice, sendOrKeep, type Writer } from "../outbox/outbox";
import { Bar } from "../ui/bar";
import { HealthChip } from "../ui/health-chip";
import { StageList } from "../ui/stage-list";
import { toast } from "../ui/toast";
import { useUnsaved } from "../unsaved/unsaved";
import style from "./check-ins.module.css";

type SiteView = KeyResultView["sites"][number];

/** What is entered of one place: a site, or all of the key result. */
type Entries = Record<string, NumberEntry>;
const whole = "";

interface Props {
  view: KeyResultView;
  /** Whether saving leads to the next one, which all see then. */
  goesOn: boolean;
  onSaved: () => void;
  onSkip?: () => void;
}

/** The key result that the room looks at: how it stands, site by site, and its check-in in place. */
export function FocusCheckIn({ view, goesOn, onSaved, onSkip }: Props) {
  const { t } = useTranslation();
  const page = useQuery(keyResultPageQuery(view.keyResult.id)).data;
  const { contribute } = useMay();
  const standpoint = useStandpoint();
  const { keyResult } = view;
  const people = page?.people ?? [];
  const before = page?.siblings.findIndex(({ id }) => id === keyResult.dependsOn) ?? -1;
  return (
    <article className={style.focus} aria-labelledby="focus">
      <header>
        <p className={style.facts}>
          {keyResult.owner && <span>{nameOf(people, keyResult.owner)}</span>}
          <Silence view={view} />
          {before >= 0 && <span>{t("waitsFor", { number: before + 1 })}</span>}
        </p>
        <h3 id="focus">
          <Link to="/key-results/$keyResult" params={{ keyResult: keyResult.id }}>
            {keyResult.title}
          </Link>
        </h3>
      </header>
      <div className={style.stand}>
        <span className={style.standpoint}>{standpoint(view)}</span>
        <span className={style.bar}>
          <Bar
            progress={view.progress}
            expected={view.expected}
            stale={view.health === "outdated"}
            size="thick"
            told
          />
        </span>
        <HealthChip health={view.health} />
      </div>
      {contribute ? (
        <Entry
          key={keyResult.id}
          view={view}
          chart={page && page.chart.length > 0 ? <CourseChart page={page} /> : null}
          goesOn={goesOn}
          onSaved={onSaved}
          onSkip={onSkip}
        />
      ) : (
        <div className={style.split}>
          {view.sites.length > 0 && <Sites view={view} />}
          {page && page.chart.length > 0 && (
            <div className={style.chart}>
              <CourseChart page={page} />
            </div>
          )}
        </div>
      )}
    </article>
  );
}

function Silence({ view }: { view: KeyResultView }) {
  const { t } = useTranslation();
  if (view.keyResult.follows !== "check_ins")
    return <span>{t(`choice.Follows.${view.keyResult.follows}`)}</span>;
  if (view.daysSilent === null) return <span className="fair">{t("meeting.neverCheckedIn")}</span>;
  return (
    <span className={view.health === "outdated" ? "fair" : undefined}>
      {t("meeting.lastCheckIn", { when: formatDaysAgo(view.daysSilent) })}
    </span>
  );
}

const startOf = (view: KeyResultView, site?: SiteView): number | null => {
  const at = site ?? view;
  return view.keyResult.kind === "stages" ? (at.stage ?? 0) : at.value;
};

function Entry({ view, chart, goesOn, onSaved, onSkip }: Props & { chart: React.ReactNode }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const problemText = useProblemText();
  const user = useSession()?.user;
  const today = useToday();
  const { keyResult } = view;
  const sites = view.sites.filter((one) => !one.archived);
  const staged = keyResult.kind === "stages";
  const follows = keyResult.follows !== "check_ins";
  const [entries, setEntries] = useState<Entries>({});
  const [confidence, setConfidence] = useState<number | null>(null);
  const [note, setNote] = useState("");
  // Sent again after an answer that was lost, each is the same check-in.
  const [ids, setIds] = useState<Record<string, string>>({});
  const put = (place: string, value: NumberEntry) =>
    setEntries((now) => ({ ...now, [place]: value }));
  const began = (place: string) =>
    startOf(
      view,
      sites.find((one) => one.siteTarget.site === place),
    );
  const at = (place: string) => entries[place] ?? began(place);
  const changed = Object.keys(entries).filter((place) => entries[place] !== began(place));
  const typed = changed.length > 0 || confidence !== null || note !== "";
  useUnsaved(typed);

  // Who changed no site says how all of it goes, at one that has reported.
  const silentPlace = sites.length === 0 ? whole : reporting(sites)?.siteTarget.site;
  const places = changed.length > 0 ? changed : silentPlace === undefined ? [] : [silentPlace];
  const checkInAt = (place: string) => ({
    effectiveOn: today,
    ...(staged && { stage: Number(at(place)) }),
    ...(!staged && !follows && { value: at(place) as number | null }),
    site: place === whole ? null : place,
    confidence,
  });
  const checkingIn = useSend(
    async (writer: Writer) => {
      if (places.some((place) => isUnreadable(at(place))))
        throw new ApiProblem(422, "invalid", "", [{ pointer: "/value", ...notANumber }]);
      const kept = { ...ids };
      for (const place of places) kept[place] ??= newId();
      setIds(kept);
      let how: "sent" | "kept" = "sent";
      for (const [index, place] of places.entries()) {
        const last = index === places.length - 1;
        how = await sendOrKeep(
          writer,
          `/key-results/${keyResult.id}/check-ins`,
          { ...checkInAt(place), id: kept[place], note: last ? note : "", evidence: [] },
          `${t("checkIn.title")}: ${keyResult.title}`,
        );
      }
      return how;
    },
    { onSent: (how) => how === "sent" && queries.invalidateQueries(ofAccounts) },
  );
  const { problem } = checkingIn;
  const field = problem?.fields[0];
  const save = async (event?: FormEvent) => {
    event?.preventDefault();
    if (!typed && goesOn) return onSkip?.();
    if (!user || places.length === 0) return;
    const taken = await checkingIn.submit(user);
    if (!taken) return;
    if (taken.answer === "kept")
      toast({ id: keptNotice, kind: "waits", message: t("capture.kept") });
    setEntries({});
    setConfidence(null);
    setNote("");
    setIds({});
    onSaved();
  };
  const keyed = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save();
  };
  const one = places.length === 1 && !isUnreadable(at(places[0] ?? "")) ? places[0] : undefined;
  return (
    <form className={style.form} noValidate onSubmit={save}>
      <div className={style.split}>
        {sites.length > 0 ? (
          <Sites view={view} at={at} put={put} />
        ) : (
          !follows && (
            <div className={style.value}>
              <Value
                view={view}
                label={
                  keyResult.unit ? `${t("field.value")} (${keyResult.unit})` : t("field.value")
                }
                value={at(whole)}
                onChange={(value) => put(whole, value)}
              />
            </div>
          )
        )}
        {chart && <div className={style.chart}>{chart}</div>}
      </div>
      {follows && <p className="muted">{t("checkIn.follows")}</p>}
      <ConfidenceKeys view={view} value={confidence} onChange={setConfidence} />
      <Textarea
        aria-label={t("field.note")}
        placeholder={t("checkIn.noteHint")}
        autosize
        minRows={2}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
        onKeyDown={keyed}
      />
      {problem && (
        <Alert color="red" role="alert">
          {field
            ? problemText(field.code, field.detail)
            : problemText(problem.code, problem.message)}
        </Alert>
      )}
      {places.length === 0 && (confidence !== null || note !== "") && (
        <p className="muted">{t("meeting.needsSite")}</p>
      )}
      <div className={style.save}>
        <span className={style.effect}>
          {typed && one !== undefined && (
            <CheckInEffect
              keyResult={keyResult.id}
              entered={checkInAt(one) as Schemas["CheckInInput"]}
            />
          )}
        </span>
        {onSkip && (
          <Button variant="subtle" color="gray" onClick={onSkip}>
            {t("meeting.skip")}
          </Button>
        )}
        <Button
          type="submit"
          disabled={!typed || places.length === 0}
          loading={checkingIn.pending}
          rightSection={goesOn && <IconArrowRight size={16} stroke={1.75} aria-hidden="true" />}
        >
          {t(goesOn ? "meeting.saveNext" : "checkIn.submit")}
        </Button>
      </div>
    </form>
  );
}

const reporting = (sites: SiteView[]) =>
  sites.find(({ value, stage }) => value !== null || stage !== null);

/** A value or a stage. */
function Value({
  view,
  label,
  value,
  onChange,
  small = false,
}: {
  view: KeyResultView;
  label: string;
  value: NumberEntry;
  onChange: (value: NumberEntry) => void;
  /** It stands in a row of a table. */
  small?: boolean;
}) {
  const { stages, kind } = view.keyResult;
  if (kind !== "stages")
    return (
      <>
        {!small && <span className={style.label}>{label}</span>}
        <Stepper label={label} value={value} onChange={onChange} />
      </>
    );
  const choices = stages.map(({ title }, index) => ({ value: String(index), label: title }));
  if (small)
    return (
      <Select
        aria-label={label}
        size="xs"
        allowDeselect={false}
        data={choices}
        value={String(value)}
        onChange={(next) => onChange(Number(next))}
      />
    );
  return (
    <StageList
      label={label}
      stages={stages}
      was={startOf(view)}
      value={Number(value)}
      onChange={onChange}
    />
  );
}

/** The roll-out: who has been told at each site, and how far it is; entered in place. */
function Sites({
  view,
  at,
  put,
}: {
  view: KeyResultView;
  at?: (site: string) => NumberEntry;
  put?: (site: string, value: NumberEntry) => void;
}) {
  const { t } = useTranslation();
  const { keyResult } = view;
  const sites = view.sites.filter((one) => !one.archived);
  const tells = sites.some(({ siteTarget }) => siteTarget.told !== null);
  const staged = keyResult.kind === "stages";
  const what = staged ? t("field.stage") : keyResult.unit || t("field.value");
  const standsAt = (site: SiteView) =>
    site.stage === null ? formatNumber(site.value) : (keyResult.stages[site.stage]?.title ?? "–");
  return (
    <table className={style.sites}>
      <thead>
        <tr>
          <th>{t("field.site")}</th>
          {tells && <th>{t("rollOut.told")}</th>}
          <th>{what}</th>
        </tr>
      </thead>
      <tbody>
        {sites.map((site) => (
          <tr key={site.siteTarget.id}>
            <th scope="row">{site.name}</th>
            {tells && (
              <td>
                <Told site={site} />
              </td>
            )}
            <td className={style.entry}>
              {at && put && keyResult.follows === "check_ins" ? (
                <Value
                  small
                  view={view}
                  label={`${what}: ${site.name}`}
                  value={at(site.siteTarget.site)}
                  onChange={(value) => put(site.siteTarget.site, value)}
                />
              ) : (
                standsAt(site)
              )}
              {site.siteTarget.target !== null && (
                <span className={style.of}>
                  {t("meeting.ofTarget", { target: formatNumber(site.siteTarget.target) })}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** How many of a site's purchasers know of it. */
function Told({ site: { siteTarget, purchasers } }: { site: SiteView }) {
  const { t } = useTranslation();
  const { told } = siteTarget;
  if (told === null) return "–";
  return (
    <span className={style.told}>
      {purchasers !== null && purchasers > 0 && (
        <span aria-hidden="true">
          <Bar size="thin" told progress={told / purchasers} />
        </span>
      )}
      {t("rollOut.toldOf", { told, all: purchasers ?? "–" })}
    </span>
  );
}
