import { api, data } from "../api/client";

/** What is asked, was answered and is assumed at an account. */
export const questionsQuery = (account: string) => ({
  queryKey: ["account", account, "questions"],
  queryFn: () =>
    data(api.GET("/api/v1/accounts/{account}/questions", { params: { path: { account } } })),
});

/** The entries of an account that are assumed, for the mark beside each of them. */
export const assumedQuery = (account: string) => ({
  queryKey: ["account", account, "assumed"],
  queryFn: () =>
    data(api.GET("/api/v1/accounts/{account}/assumed", { params: { path: { account } } })),
});

/** The signals that may answer a question. */
export const signalsQuery = (account: string) => ({
  queryKey: ["account", account, "all-signals"],
  queryFn: () =>
    data(api.GET("/api/v1/accounts/{account}/signals", { params: { path: { account } } })),
});
