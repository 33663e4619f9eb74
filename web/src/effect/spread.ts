export interface Place {
  x: number;
  y: number;
}

/** Dots nearer than this, in per cent of the plot, would lie on each other. */
const apart = 8;

const near = (one: Place, other: Place, far: Place) =>
  Math.hypot((one.x - other.x) / far.x, (one.y - other.y) / far.y) < 1 - 1e-9;
const inPlot = ({ x, y }: Place) => x >= 0 && x <= 100 && y >= 0 && y <= 100;

/** Around where a dot belongs: six places on the first ring, twelve on the second, and so on. */
function* around(wanted: Place, far: Place): Generator<Place> {
  yield wanted;
  for (let ring = 1; ring <= 12; ring++)
    for (let step = 0; step < ring * 6; step++) {
      const angle = (step / (ring * 6)) * 2 * Math.PI;
      yield {
        x: wanted.x + Math.cos(angle) * far.x * ring,
        y: wanted.y + Math.sin(angle) * far.y * ring,
      };
    }
}

/**
 * Moves dots that would lie on each other aside, each to the nearest free place, in their order.
 * `far` is how far apart they are, which is more of a plot's width where that is narrow.
 */
export function spread(places: Place[], far: Place = { x: apart, y: apart }): Place[] {
  const out: Place[] = [];
  for (const wanted of places) {
    const free = [...around(wanted, far)].find(
      (at) => inPlot(at) && !out.some((one) => near(one, at, far)),
    );
    out.push(free ?? wanted);
  }
  return out;
}

/** Places in the columns of a lane for dots that have a height only, none upon another as long as there is room. */
export function stacked(heights: number[], columns: number[]): Place[] {
  const out: Place[] = [];
  for (const wanted of heights) {
    const free = [wanted, wanted - apart, wanted + apart, wanted - 2 * apart, wanted + 2 * apart]
      .flatMap((y) => columns.map((x) => ({ x, y })))
      .find(
        ({ x, y }) =>
          y >= 0 &&
          y <= 100 &&
          !out.some((one) => one.x === x && Math.abs(one.y - y) < apart - 1e-9),
      );
    out.push(free ?? { x: columns[0] ?? 50, y: wanted });
  }
  return out;
}
