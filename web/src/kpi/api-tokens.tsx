import { Alert, Button, Code, CopyButton, Modal, Select, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { api, asSeen, data, type Schemas } from "../api/client";
import { useSend } from "../api/use-send";
import { formatInstant } from "../app/format";
import { useMay } from "../app/may";
import { optionsOf } from "../entity/fields";

/** Tokens with which an ERP or CRM feeds KPI values; for the account's managers. */
export function ApiTokens({ account, kpis }: { account: string; kpis: Schemas["Kpi"][] }) {
  const { t } = useTranslation();
  const [name, setName] = useState("");
  const [kpi, setKpi] = useState<string | null>(null);
  const [made, setMade] = useState<Schemas["NewToken"]>();
  const [asked, setAsked] = useState<Schemas["ApiToken"]>();
  const key = ["account", account, "api-tokens"];
  const tokens = useQuery({
    queryKey: key,
    enabled: useMay().manage,
    queryFn: () =>
      data(api.GET("/api/v1/accounts/{account}/api-tokens", { params: { path: { account } } })),
  });
  const refreshes = [{ queryKey: key }];
  const creating = useSend(
    (body: Schemas["ApiTokenInput"]) =>
      data(
        api.POST("/api/v1/accounts/{account}/api-tokens", {
          params: { path: { account } },
          body,
        }),
      ),
    {
      onSent: (token, sent) => {
        setMade(token);
        // What was typed while it was on its way stays.
        setName((now) => (now === sent.name ? "" : now));
      },
      refreshes,
    },
  );
  const revoking = useSend(
    (token: Schemas["ApiToken"]) =>
      data(api.DELETE("/api/v1/api-tokens/{id}", { params: asSeen(token) })),
    { onSent: () => setAsked(undefined), refreshes },
  );
  if (!tokens.data) return null;
  const create = async (event: FormEvent) => {
    event.preventDefault();
    await creating.send({ name, kpi });
  };
  return (
    <section className="card stack no-print">
      <h2>{t("token.title")}</h2>
      <p className="muted">{t("token.what")}</p>
      <ul className="list">
        {tokens.data.map((token) => (
          <li key={token.id} className="row">
            <span className="grow">
              <b>{token.name}</b>{" "}
              <span className="muted">
                {kpis.find(({ id }) => id === token.kpi)?.name ?? t("token.allKpis")} ·{" "}
                {token.lastUsedAt
                  ? t("token.lastUsed", { at: formatInstant(token.lastUsedAt) })
                  : t("token.neverUsed")}
              </span>
            </span>
            <Button variant="subtle" color="red" onClick={() => setAsked(token)}>
              {t("token.revoke")}
            </Button>
          </li>
        ))}
      </ul>
      <form className="row" onSubmit={create}>
        <TextInput
          aria-label={t("token.name")}
          placeholder={t("token.name")}
          required
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Select
          aria-label={t("token.kpi")}
          placeholder={t("token.allKpis")}
          clearable
          data={optionsOf(kpis)}
          value={kpi}
          onChange={setKpi}
        />
        <Button type="submit" variant="default" disabled={name.trim() === ""}>
          {t("token.create")}
        </Button>
      </form>
      {made && (
        <Alert color="green" title={t("token.once")} role="status">
          <div className="stack">
            <Code block>{made.secret}</Code>
            <Code block>
              {`curl -X PUT ${location.origin}/api/v1/kpis/${made.token.kpi ?? kpis[0]?.id ?? "KPI"}/values/${t("token.day")} -H 'Authorization: Bearer ${made.secret}' -H 'Content-Type: application/json' -d '{"value": ${t("token.value")}}'`}
            </Code>
            <CopyButton value={made.secret}>
              {({ copied, copy }) => (
                <Button onClick={copy}>{t(copied ? "copied" : "copy")}</Button>
              )}
            </CopyButton>
          </div>
        </Alert>
      )}
      {asked && (
        <Modal
          opened
          onClose={() => setAsked(undefined)}
          title={t("token.revokeTitle", { name: asked.name })}
          closeButtonProps={{ "aria-label": t("close") }}
        >
          <p>{t("token.revokeText")}</p>
          <div className="row">
            <Button color="red" onClick={() => revoking.send(asked)}>
              {t("token.revoke")}
            </Button>
            <Button variant="default" onClick={() => setAsked(undefined)}>
              {t("cancel")}
            </Button>
          </div>
        </Modal>
      )}
    </section>
  );
}
