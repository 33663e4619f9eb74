import type { Schemas } from "../api/client";
import type { Collection } from "../api/entity";

export type AboutKind = Schemas["AboutKind"];

const kinds: Partial<Record<Collection, AboutKind>> = {
  "/accounts": "account",
  "/sites": "site",
  "/product-areas": "product_area",
  "/contacts": "contact",
  "/supply-records": "supply_record",
  "/kpis": "kpi",
  "/visions": "vision",
  "/long-term-goals": "long_term_goal",
  "/milestones": "milestone",
  "/signals": "signal",
  "/objectives": "objective",
  "/key-results": "key_result",
  "/testimonials": "testimonial",
};

/** What questions and assumptions call the entities of a collection; nothing where there are none. */
export const aboutKindOf = (collection: Collection): AboutKind | undefined => kinds[collection];
