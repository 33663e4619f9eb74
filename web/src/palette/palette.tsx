import "@mantine/spotlight/styles.css";
import { CloseButton } from "@mantine/core";
import { createSpotlight, Spotlight, useSpotlight } from "@mantine/spotlight";
import { IconSearch } from "@tabler/icons-react";
import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { useToday } from "../app/session";
import { nextMeetingHour } from "../app/zone";
import { CheckInForm } from "../check_in/lazy-check-in";
import { cockpitQuery } from "../cockpit/cockpit-query";
import { useEntityForm } from "../entity/use-entity-form";
import { keyResultPageQuery } from "../key_result/key-result-query";
import { meetingFieldsOf } from "../meeting/meeting-fields";
import { wordsOf } from "./folded";
import type { Item, Section } from "./item";
import { Marked } from "./marked";
import { closePalette, list, lookFor, usePalette } from "./open";
import classes from "./palette.module.css";
import { useFound } from "./use-found";
import { useSections } from "./use-sections";

const [store, spotlight] = createSpotlight();

/** Finds, does and goes, from everywhere: opened by `openPalette()`. */
export default function Palette() {
  const { t } = useTranslation();
  const { wanted, text } = usePalette();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const today = useToday();
  const [checkIn, setCheckIn] = useState<Schemas["KeyResultPage"]>();
  const [form, open] = useEntityForm();
  useEffect(() => {
    if (wanted) spotlight.open();
    else spotlight.close();
  }, [wanted]);
  // Who goes away with it open comes back to a page without it.
  useEffect(() => closePalette, []);

  const planMeeting = async (account: string) => {
    const cockpit = await queries.ensureQueryData(cockpitQuery(account));
    open({
      title: t("meeting.plan"),
      collection: "/meetings",
      parent: `/accounts/${account}/meetings`,
      fields: meetingFieldsOf(cockpit),
      initial: { kind: "check_in", plannedAt: nextMeetingHour(), duration: 60, votes: 5 },
      onSaved: (saved) => navigate({ to: "/meetings/$meeting", params: { meeting: saved.id } }),
    });
  };

  return (
    <>
      <Spotlight.Root
        store={store}
        shortcut={null}
        query={text}
        onQueryChange={lookFor}
        clearQueryOnClose={false}
        onSpotlightClose={closePalette}
        size={680}
        yOffset="min(96px, 10vh)"
        radius="var(--r-l)"
        overlayProps={{ color: "var(--scrim)", backgroundOpacity: 1, blur: 0 }}
        transitionProps={{ transition: "fade", duration: 120 }}
        attributes={{ content: { "aria-label": t("palette.title") } }}
        classNames={{ content: classes.content, body: classes.body }}
      >
        <Panel
          text={text}
          look={lookFor}
          checkIn={async (id) => setCheckIn(await queries.fetchQuery(keyResultPageQuery(id)))}
          planMeeting={planMeeting}
        />
      </Spotlight.Root>
      {checkIn && (
        <CheckInForm view={checkIn.view} today={today} onClose={() => setCheckIn(undefined)} />
      )}
      {form}
    </>
  );
}

interface PanelProps {
  text: string;
  look: (text: string) => void;
  checkIn: (keyResult: string) => void;
  planMeeting: (account: string) => void;
}

/** What stands in the open palette: the field, what it finds, and how that is chosen. */
function Panel({ text, look, checkIn, planMeeting }: PanelProps) {
  const { t } = useTranslation();
  const words = wordsOf(text);
  const found = useFound(words);
  const { sections, account } = useSections(text, words, found, { checkIn, planMeeting, look });
  const [active, onKeyDown] = useChosen(text, sections);
  const count = sections.reduce((sum, { items }) => sum + items.length, 0);
  // What can be done with any word is nothing that was found.
  const nothing =
    words.length > 0 &&
    !found.waits &&
    sections.every(({ items }) => items.every(({ worth }) => worth === 0));
  return (
    <>
      <Spotlight.Search
        role="combobox"
        aria-label={t("palette.title")}
        aria-expanded="true"
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={active}
        placeholder={t("palette.placeholder")}
        maxLength={200}
        leftSection={<IconSearch size={18} stroke={1.75} aria-hidden />}
        rightSection={
          <span className={classes.aside}>
            {account && (
              <span className={classes.in}>{t("palette.in", { name: account.name })}</span>
            )}
            <kbd className={classes.key}>Esc</kbd>
            <CloseButton
              className={classes.close}
              size={44}
              aria-label={t("close")}
              onClick={closePalette}
            />
          </span>
        }
        rightSectionWidth="auto"
        rightSectionPointerEvents="all"
        onKeyDown={onKeyDown}
      />
      <div id={list} role="listbox" aria-label={t("palette.title")} className={classes.list}>
        {sections.map((section, index) => (
          <Group
            // biome-ignore lint/suspicious/noArrayIndexKey: sections of one name may follow one another
            key={`${index} ${section.name}`}
            section={section}
            words={words}
            active={active}
          />
        ))}
      </div>
      {found.problem && (
        <p role="alert" className={classes.note}>
          {t(`palette.${found.problem}`)}
        </p>
      )}
      {nothing && !found.problem && (
        <p className={classes.note}>
          {t("palette.nothing", { text: text.trim() })} {t("palette.canFind")}
        </p>
      )}
      {words.length === 0 && <p className={classes.note}>{t("palette.canFind")}</p>}
      {found.more && <p className={classes.note}>{t("palette.more")}</p>}
      <p className="sr-only" role="status">
        {found.waits ? t("palette.searching") : t("palette.results", { count })}
      </p>
      <div className={classes.foot}>
        <span>
          <kbd className={classes.key}>↑</kbd> <kbd className={classes.key}>↓</kbd>{" "}
          {t("palette.choose")}
        </span>
        <span>
          <kbd className={classes.key}>⏎</kbd> {t("palette.open")}
        </span>
      </div>
    </>
  );
}

/**
 * Which row is chosen: the first of the best, until the arrow keys choose another one, which then
 * stays chosen as long as it is there. Its id, and what the field tells of its keys.
 */
function useChosen(text: string, sections: Section[]) {
  const items = sections.flatMap((section) => section.items);
  const most = Math.max(...items.map(({ worth }) => worth));
  const best = Math.max(
    items.findIndex(({ worth }) => worth === most),
    0,
  );
  // It tells of what is typed, upon which it chooses the first row.
  useSpotlight(store);
  const [active, setActive] = useState<string>();
  /** For which text a row was chosen by hand: another object at each key, of which the store tells nobody. */
  const [byHand, setByHand] = useState<{ text: string }>();
  useEffect(() => {
    store.updateState((state) => ({ ...state, listId: list }));
  }, []);
  useEffect(() => {
    const rows = [...(document.getElementById(list)?.querySelectorAll("[data-action]") ?? [])];
    const at = rows.findIndex((row) => row.hasAttribute("data-selected"));
    const wanted = byHand?.text === text && at >= 0 ? at : best;
    if (rows.length > 0 && (at !== wanted || store.getState().selected !== wanted)) {
      for (const [index, row] of rows.entries())
        row.toggleAttribute("data-selected", index === wanted);
      rows[wanted]?.scrollIntoView({ block: "nearest" });
      store.updateState((state) => ({ ...state, selected: wanted }));
    }
    setActive(rows[wanted]?.id);
  });
  const onKeyDown = ({ code }: { code: string }) => {
    if (code === "ArrowDown" || code === "ArrowUp") setByHand({ text });
  };
  return [active, onKeyDown] as const;
}

function Group({ section, words, active }: { section: Section; words: string[]; active?: string }) {
  const name = useId();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of a listbox's options is no field set
    <div role="group" aria-labelledby={name}>
      <div id={name} className={classes.head}>
        {section.name}
      </div>
      {section.items.map((item) => (
        <Row key={item.id} item={item} words={words} chosen={active === `palette-${item.id}`} />
      ))}
    </div>
  );
}

function Row({ item, words, chosen }: { item: Item; words: string[]; chosen: boolean }) {
  const Icon = item.icon;
  return (
    <button
      type="button"
      id={`palette-${item.id}`}
      // By these the palette's keys find their way.
      data-action
      role="option"
      aria-selected={chosen}
      tabIndex={-1}
      className={classes.row}
      // The field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        if (!item.stays) closePalette();
        item.act();
      }}
    >
      <Icon size={16} stroke={1.75} aria-hidden />
      <span className={classes.text}>
        <span>
          <Marked text={item.title} words={item.repeats ? [] : words} />
        </span>{" "}
        {item.detail && (
          <span className={classes.detail}>
            <Marked text={item.detail} words={words} />
          </span>
        )}
      </span>
      {item.keys && <kbd className={classes.key}>{item.keys}</kbd>}
    </button>
  );
}
