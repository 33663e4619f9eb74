import type { Schemas } from "../api/client";
import { type Field, type Option, optionsOf } from "../entity/fields";
import { keyResultFields } from "../key_result/key-result-fields";
import { objectiveFields } from "../objective/objective-fields";

type Source = Pick<
  Schemas["Cockpit"],
  "team" | "productAreas" | "sites" | "kpis" | "goals" | "objectives"
>;

const named = (entities: { id: string; name: string }[]): Option[] => optionsOf(entities);

/** The forms of objectives and key results with everything they may refer to. */
export function planForms(source: Source): { objective: Field[]; keyResult: Field[] } {
  const people = source.team.map(({ person }) => ({ value: person.id, label: person.name }));
  const areas = named(source.productAreas);
  const sites = named(source.sites);
  const kpis = named(source.kpis);
  return {
    objective: objectiveFields(
      people,
      areas,
      sites,
      kpis,
      source.goals.map(({ goal }) => ({ value: goal.id, label: goal.title })),
    ),
    keyResult: keyResultFields(
      people,
      source.objectives.flatMap((view) =>
        view.keyResults.map(({ keyResult }) => ({ value: keyResult.id, label: keyResult.title })),
      ),
      areas,
      sites,
      kpis,
    ),
  };
}
