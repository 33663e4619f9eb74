import { api, data, type Schemas } from "../api/client";

export type ShareLinkView = Schemas["ShareLinkView"];

export const shareLinksQuery = (account: string) => ({
  queryKey: ["account", account, "share-links"],
  queryFn: () =>
    data(api.GET("/api/v1/accounts/{account}/share-links", { params: { path: { account } } })),
});

export const onePagerQuery = (
  account: string,
  audience: Schemas["Audience"],
  cycle: string | undefined,
) => ({
  queryKey: ["account", account, "one-pager", audience, cycle ?? ""],
  queryFn: () =>
    data(
      api.GET("/api/v1/accounts/{account}/one-pager", {
        params: { path: { account }, query: { audience, cycle } },
      }),
    ),
});
