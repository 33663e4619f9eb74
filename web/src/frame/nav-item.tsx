import type { Icon } from "@tabler/icons-react";
import { createLink } from "@tanstack/react-router";
import type { ComponentPropsWithRef, ReactNode } from "react";
import { FoldedName } from "./folded-name";
import classes from "./frame.module.css";

interface ItemProps {
  icon: Icon;
  label: string;
  /** How many wait there, or when the next one is. */
  count?: ReactNode;
  /** The count in words, for whoever does not see where it stands. */
  counted?: string;
  bad?: boolean;
}

const NavAnchor = ({
  icon: Icon,
  label,
  count,
  counted,
  bad,
  className,
  ...props
}: ItemProps & ComponentPropsWithRef<"a">) => {
  return (
    <FoldedName name={label}>
      <a {...props} className={`${classes.item} ${className ?? ""}`}>
        <Icon size={18} stroke={1.75} aria-hidden="true" />
        <span className={classes.label}>{label}</span>
        {count !== undefined && <Count bad={bad} words={counted} value={count} />}
      </a>
    </FoldedName>
  );
};

export function Count({ value, words, bad }: { value: ReactNode; words?: string; bad?: boolean }) {
  return (
    <span
      className={classes.count}
      data-bad={bad || undefined}
      data-when={typeof value === "string" || undefined}
    >
      <span aria-hidden={words ? "true" : undefined}>{value}</span>
      {words && <span className="sr-only">{words}</span>}
    </span>
  );
}

/** A way in the navigation: an icon, a word, and what waits there. */
export const NavItem = createLink(NavAnchor);
