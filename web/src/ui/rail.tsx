import { IconCheck } from "@tabler/icons-react";
import type { ReactNode } from "react";
import style from "./rail.module.css";

export interface RailStep {
  key: string;
  name: string;
  /** What it has or lacks, in a few words. */
  says: string;
  done: boolean;
  /** The way there, with that in it. */
  link: (content: ReactNode, current: "step" | undefined) => ReactNode;
}

/** Steps that belong together, what each of them has or lacks, and the way to it. */
export function Rail({ label, now, steps }: { label: string; now: string; steps: RailStep[] }) {
  const present = steps.find(({ key }) => key === now);
  return (
    <nav className={`${style.rail} no-print`} aria-label={label}>
      <ol>
        {steps.map(({ key, name, says, done, link }, index) => (
          <li key={key} data-done={done || undefined} data-now={key === now || undefined}>
            {link(
              <>
                <span className={style.number} aria-hidden="true">
                  {done && key !== now ? <IconCheck size={16} stroke={1.75} /> : index + 1}
                </span>
                <span className={style.what}>
                  <b>{name}</b>
                  <small>{says}</small>
                </span>
              </>,
              key === now ? "step" : undefined,
            )}
          </li>
        ))}
      </ol>
      {present && (
        <p className={style.nowOnPhone} aria-hidden="true">
          <b>{present.name}</b> <small>{present.says}</small>
        </p>
      )}
    </nav>
  );
}
