import type { ComponentProps } from "react";
import styles from "./heat-cell.module.css";

const steps = [0.12, 0.25, 0.38, 0.5, 0.65];

/** Which of the six steps of blue a share has. */
export const heatOf = (share: number) => steps.filter((step) => share >= step).length + 1;

interface Props extends Omit<ComponentProps<"td">, "className"> {
  share: number | null;
  /** There is demand, and none of it is ours. */
  white?: boolean;
}

/** A cell of a table of shares, in one of six steps of one blue; its figure is written in it. */
export function HeatCell({ share, white = false, ...cell }: Props) {
  const step = share === null ? "none" : heatOf(share);
  return <td {...cell} className={styles.cell} data-heat={white ? "white" : step} />;
}
