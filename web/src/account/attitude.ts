import type { TFunction } from "i18next";

/** From against us to for us. */
export const attitudes = [-2, -1, 0, 1, 2] as const;

/** An attitude in the word that stands below the map; a number that is none as it is. */
export function attitudeText(attitude: number, t: TFunction): string {
  const known = attitudes.find((one) => one === attitude);
  return known === undefined ? String(attitude) : t(`map.attitude.${known}`);
}
