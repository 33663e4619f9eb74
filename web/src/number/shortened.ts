/**
 * What a form shows of a stored number: all of what was entered, and so many decimals of what the
 * server computed. That is what has more of them than a KPI can have: nobody enters those.
 */
export function shortened(value: number, decimals: number): number {
  if (value === Number(value.toFixed(6))) return value;
  // What is not 0 never reads "0".
  return Number(value.toFixed(Math.min(decimals, 15))) || Number(value.toPrecision(2));
}
