const day = 86_400_000;

export const dayNumber = (date: string) => Date.parse(`${date}T00:00:00Z`) / day;

/** Ends of the grid lines from 0: three or four steps of a round number, the last one above `most`. */
export function ticksTo(most: number): number[] {
  if (most <= 0) return [0, 1];
  const rough = most / 3;
  const unit = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((each) => each * unit * 4 >= most) ?? 10) * unit;
  const count = Math.ceil(most / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

/** Where lines of text stand that want to stand at `wanted`: none on another, all above `bottom`. */
export function apart(wanted: number[], least: number, bottom: number): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => at(wanted, a) - at(wanted, b));
  const placed = [...wanted];
  let free = Number.NEGATIVE_INFINITY;
  for (const index of order) {
    placed[index] = Math.max(at(wanted, index), free);
    free = at(placed, index) + least;
  }
  let limit = bottom;
  for (const index of order.reverse()) {
    placed[index] = Math.min(at(placed, index), limit);
    limit = at(placed, index) - least;
  }
  return placed;
}

const at = (list: number[], index: number) => list[index] as number;

/** Which of the places have room for a label of that width, the last one first. */
export function labelled(places: number[], width: number): boolean[] {
  let next = Number.POSITIVE_INFINITY;
  return places
    .map((place, index) => ({ place, index }))
    .sort((a, b) => b.place - a.place)
    .map(({ place, index }) => {
      const shown = next - place >= width;
      if (shown) next = place;
      return { index, shown };
    })
    .sort((a, b) => a.index - b.index)
    .map(({ shown }) => shown);
}
