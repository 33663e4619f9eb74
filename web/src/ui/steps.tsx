import { type ReactNode, useEffect, useId, useRef } from "react";
import { Rail, type RailStep } from "./rail";
import style from "./steps.module.css";

/** A step that can't be reached yet, in the rail. */
export function LaterStep({ children, current }: { children: ReactNode; current?: "step" }) {
  return (
    <span className={style.later} aria-current={current}>
      {children}
    </span>
  );
}

/**
 * The rail of the steps and the one that is shown, under its name. Who goes on finds the focus at the
 * heading; who walks the rail stays in it.
 */
export function Steps({
  label,
  steps,
  now,
  of,
  lede,
  arrives = false,
  wide = false,
  children,
}: {
  label: string;
  steps: RailStep[];
  now: string;
  /** "Step 2 of 5" */
  of: string;
  lede: string;
  /** Who sees this step first comes from one on another page. */
  arrives?: boolean;
  /** It shows tables that take all the room there is. */
  wide?: boolean;
  children: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  const id = useId();
  const was = useRef(arrives ? undefined : now);
  useEffect(() => {
    if (was.current === now) return;
    was.current = now;
    window.scrollTo({ top: 0 });
    if (!document.activeElement?.closest("nav ol")) heading.current?.focus({ preventScroll: true });
  }, [now]);
  return (
    <div className={style.split}>
      <Rail label={label} now={now} steps={steps} />
      <section className={style.step} data-wide={wide || undefined} aria-labelledby={id}>
        <header>
          <p className="muted">{of}</p>
          <h2 id={id} ref={heading} tabIndex={-1}>
            {steps.find(({ key }) => key === now)?.name}
          </h2>
          <p className={style.lede}>{lede}</p>
        </header>
        {children}
      </section>
    </div>
  );
}

/** To and fro between the steps, in sight while one is filled in. */
export function StepActs({ label, children }: { label: string; children: ReactNode }) {
  return (
    <nav className={`${style.acts} no-print`} aria-label={label}>
      {children}
    </nav>
  );
}
