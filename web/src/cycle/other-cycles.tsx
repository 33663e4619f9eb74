import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { api, data } from "../api/client";
import { CyclePicker } from "./cycle-picker";

/** The account's cycles to choose from, on the page of one of them. */
export function OtherCycles({
  account,
  shown,
  page,
}: {
  account: string;
  shown: string;
  page: "plan" | "review";
}) {
  const navigate = useNavigate();
  const cycles = useQuery({
    queryKey: ["account", account, "cycles"],
    queryFn: () =>
      data(api.GET("/api/v1/accounts/{account}/cycles", { params: { path: { account } } })),
    throwOnError: false,
  });
  return (
    <CyclePicker
      cycles={(cycles.data ?? []).map((cycle) => ({ cycle }))}
      shown={shown}
      onChoose={(cycle) => navigate({ to: `/cycles/$cycle/${page}`, params: { cycle } })}
    />
  );
}
