import { type ComponentType, Suspense, useEffect, useState } from "react";

const longest = 60_000;

/** Loads it, again and again until it can be had or is not wanted any more. */
export async function loaded<T>(
  load: () => Promise<T>,
  wanted = () => true,
): Promise<T | undefined> {
  for (let pause = 1_000; wanted(); pause = Math.min(2 * pause, longest)) {
    try {
      return await load();
    } catch {
      await new Promise((done) => setTimeout(done, pause));
    }
  }
  return undefined;
}

/**
 * lazy() for what lies over the page and not in it: it comes once it can be had, and until then, without a
 * network say, the page stands without it.
 */
export function partOver<P extends object>(load: () => Promise<{ default: ComponentType<P> }>) {
  let kept: ComponentType<P> | undefined;
  // biome-ignore lint/correctness/noComponentHookFactories: called once for a part, as lazy() is.
  return function PartOver(props: P) {
    const [Part, setPart] = useState(() => kept);
    useEffect(() => {
      let wanted = true;
      loaded(load, () => wanted).then((part) => {
        kept = part?.default ?? kept;
        if (wanted) setPart(() => kept);
      });
      return () => {
        wanted = false;
      };
    }, []);
    return <Suspense fallback={null}>{Part && <Part {...props} />}</Suspense>;
  };
}
