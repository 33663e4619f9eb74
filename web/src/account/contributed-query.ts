import { read, type Schemas } from "../api/client";

/** The accounts whose plan the reader writes, by name. */
export const contributedQuery = {
  queryKey: ["accounts", "contributed"],
  queryFn: () => read<Schemas["Account"][]>("/accounts", { contributed: "true" }),
};
