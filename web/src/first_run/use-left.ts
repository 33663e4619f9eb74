import { useTranslation } from "react-i18next";
import { type Drafts, linesLeft, typedOf } from "./drafts";
import type { FirstRunStep } from "./first-run-steps";

/** What of a step is typed and not stored, by its name and how many lines; empty where nothing is. */
export function useLeft(drafts: Drafts) {
  const { t } = useTranslation();
  return (step: FirstRunStep) =>
    typedOf(drafts, step)
      .map((name) => {
        const what = t(`firstRun.list.${name}`);
        const count = isForm(name) ? 0 : linesLeft(drafts[name]);
        return count > 0 ? t("firstRun.leftLines", { what, count }) : what;
      })
      .join(", ");
}

const isForm = (name: keyof Drafts) => ["account", "vision", "cycle"].includes(name);
