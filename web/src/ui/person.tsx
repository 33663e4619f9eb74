import styles from "./person.module.css";

/** "Dr. Anke Feldmann" → "AF": first and last name; titles are none. */
export function initialsOf(name: string): string {
  const names = name.split(" ").filter((word) => word !== "" && !word.endsWith("."));
  const last = names.length > 1 ? names.at(-1) : undefined;
  return [names[0], last].map((word) => [...(word ?? "")][0] ?? "").join("") || "–";
}

/** One of the six quiet colours, always the same one for a name. */
const colourOf = (name: string) =>
  ([...name].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0, 7) %
    6) +
  1;

/** A person's initials; the colour tells people apart and has no meaning. */
export function PersonMark({
  name,
  size = "m",
  beside = false,
}: {
  name: string;
  size?: "s" | "m" | "l";
  /** The name itself stands beside it. */
  beside?: boolean;
}) {
  const said = beside
    ? { "aria-hidden": true }
    : ({ role: "img", "aria-label": name, title: name } as const);
  return (
    <span className={styles.person} data-size={size} data-colour={colourOf(name)} {...said}>
      {initialsOf(name)}
    </span>
  );
}
