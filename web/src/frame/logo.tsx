import classes from "./frame.module.css";

/** Four bars, one of them ahead. */
export function Logo() {
  return (
    <span className={classes.logo} aria-hidden="true">
      <svg viewBox="0 0 18 18" width="18" height="18" aria-hidden="true">
        <g fill="currentColor">
          <rect x="1" y="10" width="2.6" height="5" rx="1.3" opacity=".6" />
          <rect x="5.4" y="7" width="2.6" height="8" rx="1.3" opacity=".8" />
          <rect x="9.8" y="3" width="2.6" height="12" rx="1.3" />
          <rect x="14.2" y="8" width="2.6" height="7" rx="1.3" opacity=".6" />
        </g>
      </svg>
    </span>
  );
}
