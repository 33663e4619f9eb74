/** The pages of the place of the customer; the first is where one comes to. */
export const customerTabs = ["people", "sites", "testimonials", "team"] as const;
export type CustomerTab = (typeof customerTabs)[number];

/** As the address says it: the first goes without saying. */
export const told = (tab: CustomerTab | undefined) => (tab === "people" ? undefined : tab);

/** On which page an entry stands that the address names; no value where it stands on none. */
export const tabOf = (entry: string, shown: Record<CustomerTab, readonly { id: string }[]>) =>
  customerTabs.find((tab) => shown[tab].some(({ id }) => id === entry));
