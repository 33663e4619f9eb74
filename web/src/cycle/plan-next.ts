import { v7 as newId } from "uuid";
import { api, data } from "../api/client";

/** Makes the next cycle of an account as the server proposes it, with what reviews let go on. */
export async function planNext(account: string) {
  const params = { path: { account } };
  const proposal = await data(api.GET("/api/v1/accounts/{account}/next-cycle", { params }));
  return data(
    api.POST("/api/v1/accounts/{account}/next-cycle", {
      params,
      body: { ...proposal, id: newId() },
    }),
  );
}
