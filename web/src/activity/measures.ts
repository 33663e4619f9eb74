import type { Schemas } from "../api/client";
import type { Named } from "../entity/named";
import { type MeetingKinds, meetingKindsIn } from "./meeting-step";

/** What the values of changes are measured in, and what their ids stand for. */
export interface Measures {
  names: readonly Named[];
  keyResults: readonly Schemas["KeyResult"][];
  siteTargets: readonly Schemas["SiteTarget"][];
  kpis: readonly Schemas["Kpi"][];
  /** Whose steps have names. */
  meetings?: MeetingKinds;
}

export const noMeasures: Measures = { names: [], keyResults: [], siteTargets: [], kpis: [] };

type Page = Schemas["ActivityPage"];

/** Those of several pages of a log together. */
export const measuresOf = (pages: readonly Page[]): Measures => ({
  names: pages.flatMap(({ names }) => names),
  keyResults: pages.flatMap(({ keyResults }) => keyResults),
  siteTargets: pages.flatMap(({ siteTargets }) => siteTargets),
  kpis: pages.flatMap(({ kpis }) => kpis),
  meetings: meetingKindsIn(pages.flatMap(({ changes }) => changes)),
});
