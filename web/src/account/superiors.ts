import type { Schemas } from "../api/client";
import type { Option } from "../entity/fields";

/**
 * Whom somebody can report to: the others of the buying centre. Who was chosen and is archived stays named, and is not
 * offered to anybody else.
 */
export function superiors(
  page: Schemas["BuyingCentrePage"],
  of?: Schemas["ContactView"],
  archived: (name: string) => string = (name) => name,
): Option[] {
  const others = page.contacts
    .filter(({ contact }) => contact.id !== of?.contact.id)
    .map(({ contact }) => ({ value: contact.id, label: contact.name }));
  if (!of?.contact.reportsTo || !of.reportsToArchived) return others;
  return [
    ...others,
    { value: of.contact.reportsTo, label: archived(of.reportsToName), disabled: true },
  ];
}
