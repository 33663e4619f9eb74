import type { Cockpit } from "../cockpit/cockpit-query";

/** Where a table is brought in: what is there that its rows may name. */
export type Place = Pick<Cockpit, "sites" | "productAreas" | "kpis" | "cycles"> & {
  account: Pick<Cockpit["account"], "id" | "sharePeriod">;
};

/** Tables of accounts belong to none. */
export const noAccount: Place = {
  account: { id: "", sharePeriod: "quarter" },
  sites: [],
  productAreas: [],
  kpis: [],
  cycles: [],
};
