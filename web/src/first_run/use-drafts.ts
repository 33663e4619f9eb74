import { useLayoutEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useSession } from "../app/session";
import { draftInTab, keepDraftInTab } from "../unsaved/tab-drafts";
import { useUnsaved } from "../unsaved/unsaved";
import { anyTyped, type Drafts } from "./drafts";
import { firstRunSteps } from "./first-run-steps";
import { useLeft } from "./use-left";

/** What was typed is there while one goes to and fro between the steps, and after a reload. */
export function useDrafts(place: string) {
  // They stay the writer's who began, even while nobody is signed in.
  const session = useSession();
  const [writer] = useState(session?.user?.id ?? "");
  const [drafts, setDrafts] = useState<Drafts>(() => draftInTab(writer, place, {}));
  const typed = anyTyped(drafts);
  const { t } = useTranslation();
  const left = useLeft(drafts);
  const what = firstRunSteps
    .filter((step) => left(step))
    .map((step) => `${t(`firstRun.step.${step}`)}: ${left(step)}`)
    .join("; ");
  useUnsaved(typed, { kept: true, what });
  // With the paint: whoever goes on at once leaves nothing behind that is stored by now.
  useLayoutEffect(
    () => keepDraftInTab(writer, place, typed ? drafts : undefined),
    [writer, place, typed, drafts],
  );
  const put = <Name extends keyof Drafts>(name: Name, draft: Drafts[Name]) =>
    setDrafts((now) => ({ ...now, [name]: draft }));
  return [drafts, put] as const;
}
