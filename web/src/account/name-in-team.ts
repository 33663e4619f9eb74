import type { Option } from "../entity/fields";
import type { Named } from "../entity/named";

/** What a team member is called: `left` marks who is no user any more. */
export function nameInTeam(
  user: string,
  present: readonly Option[],
  known: readonly Named[],
  left: (name: string) => string,
): string {
  const here = present.find(({ value }) => value === user);
  if (here) return here.label;
  const gone = known.find(({ id }) => id === user);
  return gone ? left(gone.name) : "–";
}
