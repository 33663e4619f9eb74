import { IconChevronDown, IconRepeat } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../api/client";
import { TopBarSlot } from "../frame/top-bar-slot";
import { LazyMenu } from "../ui/lazy-menu";
import classes from "./cycle-picker.module.css";

interface Offered {
  cycle: Schemas["Cycle"];
  /** Of the running one, where the page knows it: "week 10 of 26". */
  week?: number;
  weeks?: number;
}

/** In the top bar: which cycle is shown, and the others. */
export function CyclePicker({
  cycles,
  shown,
  onChoose,
}: {
  cycles: Offered[];
  shown: string;
  onChoose: (cycle: string) => void;
}) {
  const { t } = useTranslation();
  const nameOf = ({ cycle: { name, state }, week, weeks }: Offered) =>
    state === "active" && week && weeks
      ? t("timeLine.week", { name, week, weeks })
      : `${name} · ${t(`choice.CycleState.${state}`)}`;
  const now = cycles.find(({ cycle }) => cycle.id === shown);
  if (!now) return null;
  return (
    <TopBarSlot>
      <LazyMenu
        position="bottom-start"
        button={
          <button type="button" className={classes.picker}>
            <IconRepeat size={14} stroke={1.75} aria-hidden="true" />
            <span className="sr-only">{t("cycle.shown")}: </span>
            <span className={classes.name} title={nameOf(now)}>
              {nameOf(now)}
            </span>
            <IconChevronDown size={14} stroke={1.75} aria-hidden="true" />
          </button>
        }
        entries={cycles.map((each) => ({
          label: nameOf(each),
          current: each === now,
          onClick: () => onChoose(each.cycle.id),
        }))}
      />
    </TopBarSlot>
  );
}
