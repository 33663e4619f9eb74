import i18next from "i18next";
import type { Schemas } from "../api/client";
import { type Named, nameOf } from "../entity/named";
import { periodName } from "./period-name";

/** Which cell a record is of, and in which period: Oelde, Antriebe, Q4 2026. */
export const recordName = (
  of: Pick<Schemas["SupplyRecord"], "site" | "productArea" | "period" | "startsOn">,
  sites: Named[],
  areas: Named[],
) =>
  [
    of.site ? nameOf(sites, of.site) : i18next.t("supply.whole"),
    nameOf(areas, of.productArea),
    periodName(of.period, of.startsOn),
  ].join(", ");
