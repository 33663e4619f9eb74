import type { Schemas } from "../api/client";

/** Where the one-pager is as PDF, which the browser saves under the name that the server gives it. */
export const onePagerAddress = (
  account: string,
  audience: Schemas["Audience"],
  cycle: string | null | undefined,
) =>
  `/api/v1/accounts/${account}/one-pager/pdf?audience=${audience}${cycle ? `&cycle=${cycle}` : ""}`;
