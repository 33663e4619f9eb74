import { api, data, type Schemas } from "../api/client";
import type { Kind } from "./fields";

export type ImportBody = Omit<Schemas["ImportBody"], "kind"> & { kind: Kind };

/** Sends a table to where its rows belong: into an account, or as accounts. Accounts need no id: what is sent twice changes nothing. */
export function sendImport(
  account: string,
  { kind, id, ...body }: ImportBody,
  { dryRun, signal }: { dryRun?: true; signal?: AbortSignal } = {},
) {
  const query = dryRun && { dryRun };
  return data(
    kind === "accounts"
      ? api.POST("/api/v1/account-imports", { params: { query }, body, signal })
      : api.POST("/api/v1/accounts/{account}/imports", {
          params: { path: { account }, query },
          body: { ...body, kind, id },
          signal,
        }),
  );
}
