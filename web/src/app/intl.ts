import i18next from "i18next";

/** The interface's language, as what writes numbers and days calls it. */
export const locale = () => (i18next.language === "de" ? "de-DE" : "en-GB");

/** Each is made once: to make one takes a browser far longer than to write with it. */
function kept<Writer, Options>(Kind: new (locale: string, options: Options) => Writer) {
  const made = new Map<string, Writer>();
  return (options: Options, of = locale()): Writer => {
    const key = of + JSON.stringify(options);
    const writer = made.get(key) ?? new Kind(of, options);
    made.set(key, writer);
    return writer;
  };
}

export const numbers = kept(Intl.NumberFormat);
export const dates = kept(Intl.DateTimeFormat);
export const spans = kept(Intl.RelativeTimeFormat);
