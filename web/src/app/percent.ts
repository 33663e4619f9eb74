/**
 * Shares are stored as a fraction of 1 and spoken of in per cent. Binary fractions make
 * 33.3 / 100 = 0.33299999999999996, so both ways are rounded to the 15 digits that the server takes.
 */
export const fractionOfPercent = (percent: number) => Number((percent / 100).toPrecision(15));

export const percentOfFraction = (fraction: number) => Number((fraction * 100).toPrecision(15));
