/** Whatever has a name that stands for its id. */
export interface Named {
  id: string;
  name: string;
}

export const nameOf = (things: readonly Named[], id: string | null | undefined) =>
  things.find((thing) => thing.id === id)?.name ?? "–";
