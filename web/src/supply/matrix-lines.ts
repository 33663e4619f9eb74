import type { TFunction } from "i18next";
import type { Schemas } from "../api/client";
import type { Named } from "../entity/named";

type Supply = Pick<Schemas["SupplyPage"], "sites" | "areas" | "archivedAreas" | "archivedSites">;

/** A column: a product area with the letter that stands for it where its name has no room. */
export interface Column extends Named {
  letter: string;
  /** Its name without the letter. */
  rest: string;
}

/** The product areas with figures in a period, archived ones last. */
export const columnsOf = (supply: Supply, areas: Named[], t: TFunction): Column[] =>
  lettered(
    [...areas, ...named(supply.archivedAreas, t)].filter(({ id }) =>
      supply.areas.some((line) => line.id === id),
    ),
  );

/** The sites with figures in a period, archived ones last; no id: what is not split among them. */
export function rowsOf(supply: Supply, sites: Named[], t: TFunction) {
  const split: { id: string | null; name: string }[] = [
    ...sites,
    ...named(supply.archivedSites, t),
  ].filter(({ id }) => supply.sites.some((line) => line.id === id));
  const whole = { id: null, name: t(split.length > 0 ? "supply.notSplit" : "supply.whole") };
  return supply.sites.some((line) => line.id === null) ? [...split, whole] : split;
}

const named = (archived: Schemas["SupplyArchived"][], t: TFunction) =>
  archived.map(({ id, name }) => ({ id, name: t("supply.archived", { name }) }));

/** Areas bear letters, since their names have no room: their own where all begin with one. */
function lettered(areas: Named[]): Column[] {
  const own = areas.map(({ name }) => /^(\p{L}|\p{N}) (.+)/u.exec(name));
  const letters = own.map((match) => match?.[1]);
  const all = !letters.includes(undefined) && new Set(letters).size === areas.length;
  return areas.map((area, index) => ({
    ...area,
    letter: (all && letters[index]) || String.fromCharCode(97 + (index % 26)),
    rest: (all && own[index]?.[2]) || area.name,
  }));
}
